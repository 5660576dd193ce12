// What every browser scenario needs: a program that serves, pages that are watched, axe, and a count of what was wrong.
import { spawn } from "node:child_process";
import { createServer } from "node:net";
import { cpSync, mkdirSync, mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createRequire } from "node:module";
import { chromium } from "playwright-core";

const require = createRequire(import.meta.url);
const AXE = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const FLAGS = [
  "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync",
];
export const PROGRAM = process.env.ONETEXT_BIN;

export const free = () => new Promise((found) => {
  const server = createServer().listen(0, "127.0.0.1", () => {
    const { port } = server.address();
    server.close(() => found(port));
  });
});

export const CASES = new URL("../../cases/", import.meta.url).pathname;

// A copy of a case, or an empty place for a store, that goes with the machine's temporary folder.
export const scratch = (name) => join(mkdtempSync(join(tmpdir(), "onetext-browser-")), name);
export const copyOf = (name) => {
  const to = scratch(name);
  cpSync(join(CASES, name), to, { recursive: true });
  return to;
};

// Starts the program; gives what it printed up to the line that says where it listens.
export const serve = (...given) => new Promise((ready, failed) => {
  const child = spawn(PROGRAM, ["serve", ...given], { stdio: ["ignore", "pipe", "inherit"] });
  let said = "";
  child.stdout.on("data", (bytes) => {
    said += bytes;
    if (said.includes("Ctrl-C")) ready({ said, stop: () => child.kill() });
  });
  child.on("exit", (code) => failed(new Error(`serve ended with ${code}: ${said}`)));
});

export const run = (...given) => new Promise((done, failed) => {
  const child = spawn(PROGRAM, given, { stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  child.stdout.on("data", (bytes) => (said += bytes));
  child.stderr.on("data", (bytes) => (said += bytes));
  child.on("exit", (code) => (code <= 1 ? done(said) : failed(new Error(`${given.join(" ")}: ${said}`))));
});

export const open = () => chromium.launch({ executablePath: process.env.CHROMIUM || "/usr/bin/chromium", args: FLAGS });

export class Wrong {
  constructor(say = console.error) { this.say = say; this.all = []; this.axed = 0; this.pages = 0; }
  add(what) { this.all.push(what); this.say(`  WRONG ${what}`); }
  check(holds, what) { if (!holds) this.add(what); }
}

// A context whose pages are watched: policy violations, errors, dialogs, and whatever leaves the origin; a page as a
// whole may go to `beyond`.
export const watched = async (browser, origin, wrong, { beyond, ...options } = {}) => {
  const context = await browser.newContext(options);
  context.setDefaultTimeout(8000);
  await context.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) =>
      console.error(`policy violation: ${event.violatedDirective} ${event.blockedURI}`));
  });
  context.on("request", (request) => {
    const url = request.url();
    const isBeyond = beyond && url.startsWith(`${beyond}/`) && request.isNavigationRequest();
    if (!isBeyond && !url.startsWith(`${origin}/`) && !url.startsWith("data:")) wrong.add(`left the origin: ${url}`);
  });
  context.on("page", (page) => {
    page.on("dialog", (dialog) => { wrong.add(`dialog: ${dialog.message()}`); dialog.dismiss(); });
    page.on("pageerror", (error) => wrong.add(`${page.url()}: ${error}`));
    page.on("console", (message) => {
      const expected = /status of (400|403|404|409|422)/.test(message.text());
      if (message.type() === "error" && !expected) wrong.add(`${page.url()}: ${message.text()}`);
    });
  });
  return context;
};

export const axe = async (page, wrong) => {
  await page.evaluate(`${AXE}; void 0`).catch(() => {});
  const found = await page.evaluate(() => window.axe.run(document, {
    runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
  }));
  wrong.axed += 1;
  for (const one of found.violations) wrong.add(`${page.url()}: axe ${one.id}: ${one.nodes[0].html.slice(0, 160)}`);
};

// No script or style of its own in the markup.
export const plain = async (page, wrong) => {
  const html = await (await page.request.get(page.url())).text();
  wrong.pages += 1;
  if (/<script(?![^>]*\ssrc=)/i.test(html)) wrong.add(`${page.url()}: inline script`);
  if (/<style|\sstyle="|\son[a-z]+="/i.test(html)) wrong.add(`${page.url()}: inline style or handler`);
};

// A picture of the page, where pictures are asked for: ONETEXT_PICTURES=FOLDER.
export const picture = async (page, name, options = { fullPage: true }) => {
  const folder = process.env.ONETEXT_PICTURES;
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  // A long page on a busy machine takes its time.
  await page.screenshot({ path: join(folder, `${name}.png`), timeout: 60_000, ...options });
};

// The addresses of the navigation.
export const pagesOf = async (page) =>
  [...new Set(await page.$$eval("nav a", (all) => all.map((one) => one.getAttribute("href"))))];

// A passkey in software, without a finger.
export const passkeys = async (page) => {
  const session = await page.context().newCDPSession(page);
  await session.send("WebAuthn.enable");
  await session.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2", transport: "internal", hasResidentKey: true, hasUserVerification: true,
      isUserVerified: true, automaticPresenceSimulation: true,
    },
  });
};

export const finish = (name, wrong, started) => {
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  console.log(`${name}: ${wrong.all.length} wrong; ${wrong.pages} pages read, ${wrong.axed} by axe (${seconds} s)`);
  process.exit(wrong.all.length ? 1 : 0);
};
