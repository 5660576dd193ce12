// The mediator alone, in a real browser: the case opens by an address that works once, a position is changed in place,
// a debrief is pasted and its proposals are taken by keys, every page is read in both directions of writing, printed,
// and used once more without scripts.
import {
  Wrong, axe, copyOf, finish, open, pagesOf, picture, plain, serve, watched,
} from "./harness.mjs";

const DEBRIEF = `Call with Corvin Thale, 3 Mar 2026.
Upland will not accept metering at the source.
He said that the minister wants the text by 10 April.
Next: send the two options on metering by Friday.`;

const MESSAGE = `From: The Valley Post <desk@post.example>
Date: Tue, 3 Mar 2026 10:00:00 +0000
Subject: Envoys in Oslo
Content-Type: text/plain; charset=utf-8

The envoys of both sides met in Oslo on Monday for three hours. Jane Roe, an analyst, expects <b>long</b> talks.
`;

const started = Date.now();
const wrong = new Wrong();
const server = await serve(copyOf("river-basin"));
const address = server.said.match(/http:\S+/)[0];
const { origin } = new URL(address);
const browser = await open();

const context = await watched(browser, origin, wrong);
const page = await context.newPage();
await page.goto(address);
wrong.check(page.url() === `${origin}/page/status`, `the address led to ${page.url()}`);
wrong.check(!(await page.content()).includes("token="), "the token stays in the page");

const stranger = await (await watched(browser, origin, wrong)).newPage();
await stranger.goto(address);
wrong.check((await stranger.content()).includes("Upland") === false, "the address worked twice");
await stranger.goto(`${origin}/page/status`);
wrong.check(stranger.url() === `${origin}/sign-in`, "a stranger is let in");
await stranger.context().close();

// A position is changed beside the grid, and the grid has the new words without being loaded anew.
await page.goto(`${origin}/page/grid`);
await page.evaluate(() => { window.isTheSame = true; });
const entry = await page.locator("article a[href^='/entry/']").first().getAttribute("href");
await page.goto(origin + entry);
await axe(page, wrong);
await page.goto(`${origin}/page/grid`);
await page.evaluate(() => { window.isTheSame = true; });
const cell = page.locator("article a[href^='/enter/position']").first();
if (await page.locator("article td details").count()) await page.locator("article td details summary").first().click();
await cell.evaluate((link) => link.click());
await page.waitForSelector("dialog[open] [name=words]");
await axe(page, wrong);
await picture(page, "grid-panel", {});
await page.selectOption("dialog [name=stance]", "accept");
await page.fill("dialog [name=words]", "New words beside the grid");
await page.selectOption("dialog [name=evidence]", "own");
await page.locator("dialog button.main").click();
await page.waitForFunction(() => !document.querySelector("dialog[open]")
  && document.querySelector("article").textContent.includes("New words beside the grid"), null, { timeout: 8000 })
  .catch(async () => wrong.add(`the grid does not show the new words: ${(await page.textContent("dialog")).slice(0, 400)}`));
wrong.check(await page.evaluate(() => window.isTheSame === true), "the grid was loaded anew");

// That position is changed in place.
const changed = await page.locator("details", { hasText: "New words beside" }).last().locator("a[href^='/entry/']").first()
  .getAttribute("href").catch(() => null);
if (changed) {
  await page.goto(`${origin}${changed}/change`);
  await page.fill("[name=words]", "Words as changed in place");
  await page.locator("main button.main").click();
  await page.waitForURL(/\/entry\/[0-9a-z]{20}$/);
  await page.goto(`${origin}/page/grid`);
  const text = await page.textContent("article");
  wrong.check(text.includes("Words as changed in place"), "the grid does not show the change");
  wrong.check(!text.includes("New words beside the grid"), "the grid still shows what was replaced");
} else wrong.add("no link from the grid to the new position");

// A debrief, by keys alone: y takes, n leaves, a takes the rest.
await page.goto(`${origin}/note`);
await axe(page, wrong);
await page.fill("[name=text]", DEBRIEF);
await page.locator("main select[name=_audience]").selectOption({ index: 1 });
await page.locator("main button.main").click();
await page.waitForSelector("ol[data-proposals] > li");
await axe(page, wrong);
await picture(page, "proposals");
const count = await page.locator("ol[data-proposals] > li").count();
wrong.check(count >= 2, `${count} proposals of a debrief of four lines`);
await page.keyboard.press("n");
await page.keyboard.press("y");
await page.keyboard.press("a");
const taken = await page.locator("[name=take]:checked").count();
wrong.check(taken === count - 1, `${taken} of ${count} proposals are ticked after n, y, a`);
await page.keyboard.press("Enter");
await page.waitForURL((url) => url.pathname !== "/note" && url.pathname !== "/note/take");
await page.goto(`${origin}/page/log`);
const log = await page.textContent("article");
wrong.check(log.includes("the minister wants the text by 10 April"), "the log lacks the debrief");

// A report from its file: a message fills the form, with markup as letters, and is read from there.
await page.goto(`${origin}/press`);
await axe(page, wrong);
await page.setInputFiles("[name=file]", { name: "story.eml", mimeType: "message/rfc822", buffer: Buffer.from(MESSAGE) });
await page.locator("form[action='/press/file'] button").click();
await page.waitForSelector("[role=alert]");
await axe(page, wrong);
await picture(page, "press-file");
const filled = await page.inputValue("[name='r.text']");
wrong.check(filled.includes("met in Oslo") && filled.includes("<b>long</b>"), `the form has of the file: ${filled}`);
wrong.check((await page.inputValue("[name='r.published']")) === "2026-03-03", "the day of the file is not in the form");
await page.locator("main select[name=_audience]").selectOption({ index: 1 });
await page.locator("form[action='/press'] button.main").click();
await page.waitForSelector("ol[data-proposals] > li");
wrong.check((await page.textContent("main")).includes("Oslo"), "the report of the file was not read");
await page.goto(`${origin}/press`);
await page.setInputFiles("[name=file]", { name: "story.pdf", mimeType: "application/pdf", buffer: Buffer.from("no paper") });
await page.locator("form[action='/press/file'] button").click();
await page.waitForSelector(".notice.wrong");

// What if: the page answers as the question is changed, the address keeps it, and what was opened stays open.
await page.goto(`${origin}/page/zone`);
await page.locator("a[href='/what-if']", { hasText: "What if" }).last().click();
await page.waitForURL(`${origin}/what-if`);
await page.evaluate(() => { window.isTheSame = true; });
const says = (words) => page.waitForFunction((said) => document.querySelector("article").textContent.includes(said), words)
  .catch(() => wrong.add(`what if does not say: ${words}`));
await page.locator(".question [name=fix]").first().selectOption({ index: 1 });
await says("Fixed on the table");
await page.locator(".question [name=drop]").first().check();
await says("Set aside for the question");
await page.locator(".question details summary").click();
await page.locator(".question [name^='add.']").first().fill("A wholly new option");
await page.keyboard.press("Tab");
await says("A wholly new option");
wrong.check(await page.evaluate(() => window.isTheSame === true), "what if was loaded anew");
await axe(page, wrong);
await picture(page, "what-if-asked");
const question = page.url().slice(origin.length);
wrong.check(/fix=.*add\..*drop=/.test(question) || /drop=/.test(question), `the address lacks the question: ${question}`);
await page.goto(`${origin}/page/log`);
wrong.check(!(await page.textContent("article")).includes("A wholly new option"), "a question was entered");
await page.goto(origin + question);
await says("A wholly new option");
await page.locator("a[href^='/page/trade?on=']").click();
await says("On the table: ");
await axe(page, wrong);

// Every page: its markup, axe in both directions of writing, light and dark, on a phone, printed.
const addresses = await pagesOf(page);
wrong.check(addresses.length >= 15, `only ${addresses.length} pages in the navigation`);
const forms = await page.evaluate(async (paths) => {
  const all = new Set();
  for (const path of paths) {
    const html = await (await fetch(path)).text();
    for (const [, form] of html.matchAll(/href="(\/enter\/[a-z-]+)"/g)) all.add(form);
  }
  return [...all];
}, addresses);
wrong.check(forms.length >= 15, `only ${forms.length} forms`);
for (const language of ["en", "ar"]) {
  await page.goto(`${origin}/page/status`);
  if (language === "ar") await page.locator(".languages button[value=ar]").click();
  wrong.check(await page.evaluate(() => document.dir) === (language === "ar" ? "rtl" : "ltr"), `direction of ${language}`);
  for (const path of [...addresses, ...forms]) {
    const response = await page.goto(origin + path);
    wrong.check(response.status() === 200, `${path}: ${response.status()}`);
    if (language === "en") await plain(page, wrong);
    await axe(page, wrong);
    await picture(page, `${language}-${path.slice(1).replaceAll("/", "-")}`);
  }
}
await page.locator(".languages button[value=fr]").click();
await axe(page, wrong);
await page.locator(".languages button[value=en]").click();
await page.emulateMedia({ colorScheme: "dark" });
for (const path of addresses) {
  await page.goto(origin + path);
  await axe(page, wrong);
  await picture(page, `dark-${path.slice(1).replaceAll("/", "-")}`);
}
await page.emulateMedia({ colorScheme: "light" });
await page.setViewportSize({ width: 390, height: 844 });
for (const path of addresses) {
  await page.goto(origin + path);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  wrong.check(wide <= 0, `${path}: ${wide} px too wide for a phone`);
  await picture(page, `phone-${path.slice(1).replaceAll("/", "-")}`);
}
await page.setViewportSize({ width: 1280, height: 900 });
await page.goto(`${origin}/page/grid`);
const pdf = await page.pdf({ format: "A4", printBackground: true, ...(process.env.ONETEXT_PICTURES && { path: `${process.env.ONETEXT_PICTURES}/grid.pdf` }) });
wrong.check(pdf.subarray(0, 5).toString() === "%PDF-" && pdf.length > 10_000, "no PDF of the grid");

// Signed out, the cookie is worth nothing.
const cookies = await context.cookies();
wrong.check(cookies.every((one) => one.name.includes("language") || one.httpOnly), "a script can read the session");
wrong.check(await page.evaluate(() => localStorage.length + sessionStorage.length) === 0, "something is kept in the browser");
await context.close();

// Without scripts: the same pages, a form filled, a debrief taken.
const second = await serve(copyOf("river-basin"));
const opened = second.said.match(/http:\S+/)[0];
const base = new URL(opened).origin;
const bare = await watched(browser, base, wrong, { javaScriptEnabled: false });
const plainly = await bare.newPage();
await plainly.goto(opened);
for (const path of [...addresses, ...forms]) {
  const response = await plainly.goto(base + path);
  wrong.check(response.status() === 200, `without scripts, ${path}: ${response.status()}`);
  wrong.check((await plainly.locator("h1").count()) === 1, `without scripts, ${path}: not one heading`);
}
await plainly.goto(`${base}/enter/issue`);
await plainly.selectOption("[name=_audience]", { index: 1 });
await plainly.fill("[name=name]", "Snow melt");
await plainly.locator("main details summary").first().click();
await plainly.fill("[name=question]", "Who measures the snow?");
await plainly.locator("main button.main").click();
await plainly.waitForLoadState();
wrong.check(/\/entry\/[0-9a-z]{20}$/.test(plainly.url()), `without scripts, an issue was not entered: ${(await plainly.textContent("main")).slice(0, 300)}`);
await plainly.goto(`${base}/page/issues`);
wrong.check((await plainly.textContent("article")).includes("Snow melt"), "without scripts, the issue is not shown");
await plainly.goto(`${base}/what-if`);
await plainly.locator(".question [name=drop]").first().check();
await plainly.locator(".question button.main").click();
await plainly.waitForLoadState();
wrong.check((await plainly.textContent("article")).includes("Set aside for the question"), "without scripts, what if does not answer");
wrong.check(await plainly.locator(".question [name=drop]").first().isChecked(), "without scripts, what if forgets what was ticked");
await plainly.goto(`${base}/note`);
await plainly.fill("[name=text]", DEBRIEF);
await plainly.locator("main select[name=_audience]").selectOption({ index: 1 });
await plainly.locator("main button.main").click();
await plainly.locator("[name=take]").first().check();
await plainly.locator("main button.main").click();
await plainly.waitForLoadState();
wrong.check(!plainly.url().endsWith("/note/take"), "without scripts, the debrief was not taken");

await browser.close();
server.stop();
second.stop();
finish("alone", wrong, started);
