/**
 * Whether Astro serves pages as they are asked for, each from what stands on the disk then. Told by its command:
 * `import.meta.env.DEV` follows a variable DEV of the environment, which test runners set.
 */
export const developing = process.argv.includes("dev");
