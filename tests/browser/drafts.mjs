// Drafts in a real browser: a draft is read with its changes and remarks, a compromise is edited beside the table with a
// private note why, two editors of one cell see both, files are taken away; in both directions of writing, dark, on a
// phone, and without scripts.
import { appendFileSync } from "node:fs";
import { Wrong, axe, copyOf, finish, open, picture, plain, serve, watched } from "./harness.mjs";

const started = Date.now();
const wrong = new Wrong();
const ours = copyOf("river-basin");
// Something that lint must remark on.
appendFileSync(`${ours}/drafts/draft-2.md`, "\n## 17. Reports\n\nEach Party shall report within fifteen (14) days.\n");
const server = await serve(ours);
const address = server.said.match(/http:\S+/)[0];
const { origin } = new URL(address);
const browser = await open();
const context = await watched(browser, origin, wrong);
const page = await context.newPage();
// A panel that still fades in has too little contrast.
await page.emulateMedia({ reducedMotion: "reduce" });
await page.goto(address);

// The reader: every draft on top, what changed, what lint remarks, what is open, and ways to read it otherwise.
await page.goto(`${origin}/draft/draft-2`);
const count = (what) => page.locator(`#reader ${what}`).count();
wrong.check(await page.locator(".strip a[href^='/draft/']").count() === 3, "the ribbon does not lead to the other drafts");
wrong.check(await count("ins") > 20 && await count("del") > 5, `${await count("ins")} ins, ${await count("del")} del`);
const margin = await page.locator("#reader td:last-child").allTextContents();
wrong.check(margin.some((words) => words.includes("Midland proposes")), "no bracket in the margin");
wrong.check(margin.some((words) => /^[EWN] number-mismatch /m.test(words)), "no remark of lint in the margin");
wrong.check(!margin.some((words) => words.includes("is followed by")), "articles are taken for points of the one before");
await page.locator(".tools a", { hasText: "Clean" }).click();
await page.waitForURL(/show=clean/);
wrong.check(await count("ins") === 0 && await count("del") === 0, "the clean text has changes");
await page.goto(`${origin}/draft/draft-2`);
await page.locator("details", { hasText: "Compare with" }).locator("summary").first().click();
await page.locator(".against a", { hasText: "Chair's text" }).click();
await page.waitForURL(/against=/);
wrong.check((await page.textContent("article")).includes("From Chair's text"), "it is not compared with the chosen draft");
await page.goto(`${origin}/draft/upstream-paper`);
wrong.check((await page.textContent("article")).includes("A summary in our words"), "a summary does not say so");
wrong.check(await count("ins") + await count("del") === 0, "a summary has a redline");

// From a bracket of the register to the provision in its draft.
await page.goto(`${origin}/page/brackets`);
const place = await page.locator("article a[href^='/draft/'][href*='#']").first().getAttribute("href");
await page.goto(origin + place);
const target = place.split("#")[1];
wrong.check(await page.locator(`[id="${decodeURIComponent(target)}"]`).count() === 1, `${place} leads to no provision`);

// A position from the margin, in the panel.
await page.goto(`${origin}/draft/draft-2`);
await page.locator("#reader a[href^='/enter/position']").first().click();
await page.waitForSelector("dialog[open] [name=words]");
await axe(page, wrong);
await page.keyboard.press("Escape");

// A compromise is written in its empty cell, then changed; the note why is no part of it.
const compromise = async (words, why) => {
  await page.waitForSelector("dialog[open] [name=text]");
  const begun = await page.inputValue("dialog [name=text]");
  wrong.check(begun.length > 20, "the form does not begin with the words that stand");
  await page.fill("dialog [name=text]", words);
  await page.fill("dialog [name=_why]", why);
  await axe(page, wrong);
  await picture(page, `drafts-compromise-${why.length}`, {});
  await page.locator("dialog button.main").click();
  await page.waitForFunction(
    (words) => !document.querySelector("dialog[open]") && document.querySelector("article").textContent.includes(words),
    words.split(" ").slice(-2).join(" "), { timeout: 8000 },
  ).catch(async () => wrong.add(`the table has no ${words}: ${(await page.textContent("dialog")).slice(0, 300)}`));
};
await page.goto(`${origin}/page/table`);
const cell = page.locator("article a[href^='/enter/wording']").first();
const row = await cell.getAttribute("href");
await cell.click();
await compromise("The first compromise says tangerine weir", "Delta can live with it");
await page.locator("article td.heavy summary", { hasText: "tangerine" }).first().click();
const edit = page.locator("article td.heavy a[href$='/change']:visible").first();
const change = await edit.getAttribute("href");
const other = await context.newPage();
await other.goto(origin + change);
await edit.click();
await compromise("The second compromise says marigold sluice", "Upland asked for it by telephone");
const table = await page.textContent("article");
wrong.check(!table.includes("tangerine"), "the table still has what was replaced");
wrong.check(!table.includes("asked for it by telephone"), "the note why stands in the table");
await other.fill("[name=text]", "The third compromise says cobalt lock");
await other.locator("main button.main").click();
await other.waitForSelector(".theirs");
const both = await other.textContent("main");
wrong.check(both.includes("marigold") && await other.inputValue("[name=text]").then((text) => text.includes("cobalt")),
  "the second of two editors does not see both");
await other.close();
await page.goto(`${origin}/page/log`);
wrong.check((await page.textContent("article")).includes("Why: "), "the note why is nowhere");
wrong.check(row.startsWith("/enter/wording?on="), row);

// Files to take away begin as such files do.
const begins = async (path, expected) => {
  const response = await page.request.get(origin + path);
  const bytes = await response.body();
  wrong.check(response.status() === 200 && bytes.subarray(0, expected.length).toString() === expected,
    `${path}: ${response.status()} ${bytes.subarray(0, 8).toString("hex")}`);
};
for (const path of ["/page/table", "/draft/draft-2"]) {
  await begins(`${path}/word`, "PK");
  if (await page.goto(origin + path) && await page.locator(`a[href='${path}/pdf'], a[href$='/pdf']`).count()) {
    await begins(`${path}/pdf`, "%PDF");
  }
}
await begins("/page/table/xlsx", "PK");

// Markup, axe, both directions, dark, on a phone.
const addresses = ["/draft/draft-2", "/draft/draft-2?show=clean", "/draft/upstream-paper", "/page/table", "/page/brackets", "/page/drafts"];
const named = (path) => path.replace(/[/?=]/g, "-");
for (const language of ["ar", "en"]) {
  await page.goto(`${origin}/page/status`);
  await page.locator(`.languages button[value=${language}]`).click();
  for (const path of addresses) {
    await page.goto(origin + path);
    await plain(page, wrong);
    await axe(page, wrong);
    await picture(page, `drafts-${language}${named(path)}`);
  }
}
await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
for (const path of addresses) {
  await page.goto(origin + path);
  await axe(page, wrong);
  await picture(page, `drafts-dark${named(path)}`);
}
await page.emulateMedia({ colorScheme: "light" });
await page.setViewportSize({ width: 390, height: 844 });
for (const path of addresses) {
  await page.goto(origin + path);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  wrong.check(wide <= 0, `${path}: ${wide} px too wide for a phone`);
  await axe(page, wrong);
  await picture(page, `drafts-phone${named(path)}`);
}
await context.close();

// Without scripts: read, switched, edited.
const second = await serve(copyOf("river-basin"));
const opened = second.said.match(/http:\S+/)[0];
const base = new URL(opened).origin;
const bare = await (await watched(browser, base, wrong, { javaScriptEnabled: false })).newPage();
await bare.goto(opened);
await bare.goto(`${base}/draft/draft-2`);
await bare.locator(".tools a", { hasText: "Clean" }).click();
wrong.check(bare.url().includes("show=clean"), "the switch needs a script");
await bare.goto(`${base}/page/table`);
await bare.locator("article a[href^='/enter/wording']").first().click();
await bare.fill("[name=text]", "Written without a script");
await bare.locator("main button.main").click();
await bare.goto(`${base}/page/table`);
wrong.check((await bare.textContent("article")).includes("without a script"), "the compromise needs a script");

server.stop();
second.stop();
await browser.close();
finish("drafts", wrong, started);
