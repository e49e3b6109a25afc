/** The browser that the tests look at the site with: a headless Chromium that comes as an npm package. */
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { type Browser, chromium } from "playwright-core";

const packageFolder = fileURLToPath(new URL("../..", import.meta.resolve("@sparticuz/chromium")));
const unpacked = join(packageFolder, "unpacked");

/** The machine's fonts, and the package's own so that a machine without any still gives text a size. */
const fontConfiguration = `<?xml version="1.0"?>
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir prefix="relative">fonts</dir>
</fontconfig>
`;

/**
 * Opens a headless Chromium that needs nothing installed on the machine; only pictures of Chinese text need
 * a Chinese font there. Set `CHROMIUM` to the path of another one where the packaged one does not run (it
 * is for Linux on x64). The caller closes it. `more` are arguments to Chromium besides those it needs here.
 */
export async function launchBrowser(more: string[] = []): Promise<Browser> {
  const ownBrowser = process.env.CHROMIUM;
  if (ownBrowser) return chromium.launch({ executablePath: ownBrowser, args: more });
  if (!existsSync(unpacked)) await unpack();
  return chromium.launch({
    executablePath: join(unpacked, "chromium"),
    // The package's own list of arguments is for AWS: it turns off web security and keeps to one process.
    args: ["--disable-gpu", "--font-render-hinting=none", ...more],
    env: {
      ...process.env,
      FONTCONFIG_FILE: join(unpacked, "fonts/fonts.conf"),
      LD_LIBRARY_PATH: join(unpacked, "al2023/lib"),
    },
  });
}

/**
 * Unpacks the browser beside its package. The package itself unpacks to the folder for temporary files, and
 * the libraries the browser needs (NSS, expat) only where it takes itself to be on AWS. All of it goes to a
 * folder of its own first, so that test files that start together never see half a browser.
 */
async function unpack(): Promise<void> {
  const staging = await mkdtemp(`${unpacked}-`);
  const program = 'import chromium from "@sparticuz/chromium"; await chromium.executablePath();';
  await promisify(execFile)(process.execPath, ["--input-type=module", "--eval", program], {
    cwd: packageFolder,
    env: { ...process.env, TMPDIR: staging, AWS_EXECUTION_ENV: "AWS_Lambda_nodejs24.x" },
  });
  await writeFile(join(staging, "fonts/fonts.conf"), fontConfiguration);
  await rename(staging, unpacked).catch(() => rm(staging, { recursive: true }));
}
