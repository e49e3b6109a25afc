/** The Nu HTML checker over all pages; it needs a Java on the machine. */
import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

type Message = { type: string; subType?: string; url?: string; lastLine?: number; message: string };

/** Errors and warnings, each with its page; null where there is no Java to run the checker. */
export async function checkHtml(folder: string): Promise<string[] | null> {
  const run = promisify(execFile);
  if (
    await run("java", ["-version"]).then(
      () => false,
      () => true,
    )
  )
    return null;
  const jar = fileURLToPath(import.meta.resolve("vnu-jar/build/dist/vnu.jar"));
  const { stdout } = await run(
    "java",
    ["-Xss4m", "-jar", jar, "--format", "json", "--stdout", "--exit-zero-always", "--skip-non-html", folder],
    { maxBuffer: 256 * 1024 * 1024 },
  );
  const { messages } = JSON.parse(stdout) as { messages: Message[] };
  return (
    messages
      .filter(({ type, subType }) => type === "error" || subType === "warning")
      // Files have no origin that a policy's 'self' could be, and data blocks are no scripts: the browser checks the
      // policy on a server.
      .filter(({ message }) => !/^(?:Resource|Inline script) violates Content Security Policy/.test(message))
      .map(
        ({ url = "", lastLine, message }) =>
          `${url.slice(url.indexOf(folder) + folder.length)}:${lastLine}: ${message}`,
      )
  );
}
