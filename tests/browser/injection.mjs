// Row 8: strings that want to be code go through every text field of every form, in a real browser; then every page,
// every entry and the interface is read. Nothing may run, nothing may leave, the policy must have nothing to refuse.
// The same watch must see planted pages on which something does run.
import { Wrong, copyOf, finish, open, pagesOf, serve, watched } from "./harness.mjs";

const STRINGS = [
  `<script>window.ran=1;alert(1)</script>`,
  `"><img src=x onerror="window.ran=1;alert(1)">`,
  `' autofocus onfocus='window.ran=1' x='`,
  `</textarea></title></style></script><svg onload=window.ran=1>`,
  `<iframe src="https://outside.example/"></iframe><link rel=stylesheet href="//outside.example/a.css">`,
  `javascript:window.ran=1//https://outside.example/`,
  `[a](javascript:window.ran=1) ![b](https://outside.example/b.png)`,
  `{{constructor.constructor('window.ran=1')()}} \${window.ran=1} <%= 1 %>`,
  `<div hx-get="https://outside.example/" hx-trigger="load" hx-on:load="window.ran=1">x</div>`,
  `<base href="https://outside.example/"><meta http-equiv="refresh" content="0;url=https://outside.example/">`,
  `=HYPERLINK("https://outside.example/","x") \u202eevil\u202c \u2028window.ran=1`,
  `<a href="data:text/html,<script>opener.ran=1</script>" id="room:page">x</a>`,
];

// The watch itself: each planted page must be seen.
const controls = async (browser, origin) => {
  const planted = [
    `<script>alert(1)</script>`, `<img src="https://outside.example/x.png">`, `<script>window.ran=1</script>`,
  ];
  let seen = 0;
  for (const html of planted) {
    const sink = new Wrong(() => {});
    const context = await watched(browser, origin, sink);
    const page = await context.newPage();
    await page.route("**/planted", (route) => route.fulfill({ contentType: "text/html", body: html }));
    await page.route("https://outside.example/**", (route) => route.abort());
    await page.goto(`${origin}/planted`).catch(() => {});
    if (await page.evaluate(() => window.ran)) sink.add("ran");
    if (sink.all.length) seen += 1;
    await context.close();
  }
  // With our policy, a script in the page is refused, and that is seen too.
  const sink = new Wrong(() => {});
  const context = await watched(browser, origin, sink);
  const page = await context.newPage();
  await page.route("**/planted", (route) => route.fulfill({
    contentType: "text/html", body: planted[2], headers: { "content-security-policy": "default-src 'none'" },
  }));
  await page.goto(`${origin}/planted`);
  if (sink.all.length) seen += 1;
  await context.close();
  return { seen, of: planted.length + 1 };
};

const started = Date.now();
const wrong = new Wrong();
const server = await serve(copyOf("river-basin"));
const address = server.said.match(/http:\S+/)[0];
const { origin } = new URL(address);
const browser = await open();
const { seen, of } = await controls(browser, origin);
wrong.check(seen === of, `the watch saw ${seen} of ${of} planted pages`);

const page = await (await watched(browser, origin, wrong)).newPage();
const ran = async () => wrong.check(!(await page.evaluate(() => window.ran)), `${page.url()}: something ran`);
await page.goto(address);
const pages = await pagesOf(page);
const forms = await page.evaluate(async (paths) => {
  const all = new Set();
  for (const path of paths) {
    const html = await (await fetch(path)).text();
    for (const [, form] of html.matchAll(/href="(\/enter\/[a-z-]+)"/g)) all.add(form);
  }
  return [...all];
}, pages);

let fields = 0;
let entered = 0;
// Every text field of a form at once; where the form refuses, a second time with what must be short or a date left out.
for (const [at, path] of forms.entries()) {
  for (const cautious of [false, true]) {
    await page.goto(origin + path);
    fields += await page.evaluate(({ strings, at, cautious }) => {
      const form = document.querySelector("main form[method=post]");
      const isText = (one) => one.matches("textarea, input:not([type]), input[type=text], input[type=search], input[type=url]");
      let filled = 0;
      for (const [place, one] of [...form.elements].entries()) {
        if (one.matches("select") && one.required) one.selectedIndex = one.options.length - 1;
        if (!isText(one)) continue;
        if (cautious && one.name === "label") { one.value = `label-${at}`; continue; }
        if (cautious && !one.required && !one.matches("textarea") && !["name", "title", "words", "place"].includes(one.name)) continue;
        one.value = strings[(at + place) % strings.length];
        filled += 1;
      }
      form.noValidate = true;
      return filled;
    }, { strings: STRINGS, at, cautious });
    await page.locator("main form[method=post] button.main").first().click();
    await page.waitForLoadState();
    await ran();
    if (/\/entry\/[0-9a-z]{20}$/.test(page.url())) entered += 1;
  }
}
// Each string in words that are surely taken: an issue's name, a position's words, a question of a debrief.
for (const [at, text] of STRINGS.entries()) {
  await page.goto(`${origin}/enter/issue`);
  await page.selectOption("[name=_audience]", { index: 1 });
  await page.fill("[name=name]", text);
  await page.locator("main button.main").click();
  await page.waitForLoadState();
  if (/\/entry\/[0-9a-z]{20}$/.test(page.url())) entered += 1;
  else wrong.add(`an issue with this name was not entered: ${text}`);
  await ran();
  await page.goto(`${origin}/note`);
  await page.fill("[name=text]", `${text}\nUpland said that ${text} is a red line.`);
  await page.locator("main select[name=_audience]").selectOption({ index: 1 });
  await page.locator("main button.main").click();
  await page.waitForLoadState();
  await ran();
  await page.goto(`${origin}/press`);
  await page.fill("[name='r.text']", `Corvin Thale said on Monday that ${text} is a red line. "${text}", he added.`);
  await page.fill("[name='r.outlet']", text);
  await page.locator("main select[name=_audience]").selectOption({ index: 1 });
  await page.locator("main button.main").click();
  await page.waitForSelector("ol[data-proposals] > li").catch(() => wrong.add(`nothing is proposed of a report with: ${text}`));
  await ran();
  await page.locator("ol[data-proposals]").locator("xpath=ancestor::form").locator("div.tools button.main").click();
  await page.waitForLoadState();
  await ran();
  await page.goto(`${origin}/library`);
  await page.fill("[name=words]", text);
  await page.fill("[name=beside]", text);
  await page.locator("main button.main").click();
  await page.waitForLoadState();
  await ran();
}
wrong.check(entered >= STRINGS.length + forms.length / 2, `only ${entered} entries were taken`);

const entries = await page.evaluate(async () =>
  (await (await fetch("/api/v1/entries")).json()).entries.slice(-40).map((one) => `/entry/${one.id}`));
const read = [...pages, ...entries, ...forms, "/api/v1/entries", "/api/v1/pages/grid",
  ...STRINGS.flatMap((text) => [`/page/${encodeURIComponent(text)}`, `/page/status?at=${encodeURIComponent(text)}`,
    `/enter/position?party=${encodeURIComponent(text)}`, `/brief/${encodeURIComponent(text)}`])];
for (const path of read) {
  await page.goto(origin + path);
  await ran();
}
// The file that somebody opens later.
await page.goto(`${origin}/page/issues`);
const saved = await page.content();
wrong.check(!/<script(?![^>]*\ssrc="\/assets\/)/.test(saved), "a script of somebody else stands in the page");

await browser.close();
server.stop();
console.log(`row 8: ${wrong.all.length} run, sent or refused; ${STRINGS.length} strings, ${forms.length} forms, ${fields} fields filled, ` +
  `${entered} entries taken, ${read.length} pages read; controls seen ${seen} of ${of}`);
finish("injection", wrong, started);
