// The room, in a real browser: a mediator and two parties come in by passkey, enter, are told, quarrel, and one is
// shown out. What one side entered must not reach the other by any page.
import {
  CASES, Wrong, axe, finish, free, open, pagesOf, passkeys, picture, plain, run, scratch, serve, watched,
} from "./harness.mjs";
import { provider } from "./provider.mjs";

const started = Date.now();
const wrong = new Wrong();
// A file of its own, or the empty database that is named.
const store = process.env.ONETEXT_STORE ?? scratch("basin.room");
const port = await free();
const origin = `http://localhost:${port}`;
await run("room", "create", store, "--from", `${CASES}river-basin`);
const invited = (await run("room", "invite", store, "ilse-maravane", "--origin", origin)).match(/http:\S+/)[0];
const ministry = await provider("basin");
const server = await serve(
  store, "--origin", origin, "--port", String(port),
  "--provider", ministry.issuer, "--provider-client", "basin", "--provider-name", "the ministry",
);
const browser = await open();

const enterRoom = async (address) => {
  const context = await watched(browser, origin, wrong, { beyond: ministry.issuer });
  const page = await context.newPage();
  await passkeys(page);
  await page.goto(address);
  await axe(page, wrong);
  await page.fill("[name=name]", "test laptop");
  await page.click("button.main");
  await page.waitForURL(`${origin}/page/status`);
  return page;
};

const mediator = await enterRoom(invited);
const invite = async (name, circle) => {
  await mediator.goto(`${origin}/people`);
  await axe(mediator, wrong);
  await mediator.selectOption("select[name=person]", { label: name });
  await mediator.getByLabel(circle, { exact: true }).check();
  await mediator.getByRole("button", { name: "Invite" }).click();
  return mediator.textContent("#invitation");
};
const parties = [
  { name: "Upland", circle: "Delegation of Upland", person: "Corvin Thale" },
  { name: "Lakeside", circle: "Delegation of Lakeside", person: "Okto Brennau" },
];
const pages = [];
for (const party of parties) pages.push(await enterRoom(await invite(party.person, party.circle)));
const [upland, lakeside] = pages;

// The choice whose words begin so.
const choose = async (page, name, start) => {
  const control = page.locator(`select[name=${name}]`);
  const value = await control.locator("option").evaluateAll(
    (all, begun) => all.find((one) => one.textContent.startsWith(begun))?.value, start);
  await control.selectOption(value);
};

// Both sides enter a position for themselves and the mediator.
const position = async (page, party, words) => {
  await page.goto(`${origin}/enter/position`);
  await axe(page, wrong);
  await page.selectOption("[name=_audience]", { index: 1 });
  await choose(page, "party", party);
  await page.locator("[name=on]").selectOption({ index: 1 });
  await page.selectOption("[name=stance]", "red-line");
  await page.fill("[name=words]", words);
  await page.selectOption("[name=evidence]", "own");
  await page.locator("main button.main").click();
  await page.waitForURL(/\/entry\/[0-9a-z]{20}$/);
  return page.url();
};
const UPLAND = "Upland words of this test";
const LAKESIDE = "Lakeside words of this test";
const ofUpland = await position(upland, parties[0].name, UPLAND);
await position(lakeside, parties[1].name, LAKESIDE);

const everything = async (page) => {
  await page.goto(`${origin}/page/status`);
  let text = "";
  for (const link of await pagesOf(page)) {
    await page.goto(origin + link);
    await plain(page, wrong);
    await axe(page, wrong);
    text += await page.content();
  }
  return text;
};
let seen = await everything(lakeside);
wrong.check(seen.includes(LAKESIDE), "Lakeside does not see its own words");
wrong.check(!seen.includes(UPLAND), "Lakeside sees what Upland entered");
seen = await everything(upland);
wrong.check(!seen.includes(LAKESIDE), "Upland sees what Lakeside entered");

// One thing is told to the other side: it appears there while they look, and nothing else does.
await lakeside.goto(`${origin}/page/ledger`);
await mediator.goto(`${ofUpland}/release`);
await axe(mediator, wrong);
await choose(mediator, "to", parties[1].name);
await mediator.fill("[name=words]", "They told us something of this test");
// From the click to the words on the other side's screen.
const released = Date.now();
const shownThere = lakeside.waitForFunction(
  () => document.body.textContent.includes("They told us something"), null, { timeout: 1000 })
  .then(() => console.log(`  released: on the other side's open page after ${Date.now() - released} ms`))
  .catch(() => wrong.add("the release did not appear on the open page within a second"));
await mediator.locator("main button.main").click();
await shownThere;
await mediator.waitForURL(`${origin}/page/ledger`);
seen = await everything(lakeside);
wrong.check(seen.includes("They told us something of this test"), "Lakeside was told, and sees nothing");
wrong.check(!seen.includes(UPLAND), "Lakeside sees where it came from");

// Two tabs of one person change one thing: the second is shown both.
const second = await mediator.context().newPage();
await mediator.goto(`${ofUpland}/change`);
await second.goto(`${ofUpland}/change`);
await mediator.fill("[name=words]", "First of two");
await mediator.locator("main button.main").click();
await mediator.waitForURL(/\/entry\/[0-9a-z]{20}$/);
await second.fill("[name=words]", "Second of two");
const [answer] = await Promise.all([
  second.waitForResponse((one) => one.request().method() === "POST"), second.locator("main button.main").click(),
]);
wrong.check(answer.status() === 409, `the second change was answered ${answer.status()}`);
await second.waitForLoadState();
const both = await second.content();
wrong.check(both.includes("First of two") && both.includes("Second of two"), "the second person is not shown both");
await axe(second, wrong);
await picture(second, "room-conflict");

// A note of the mediator's own is destroyed by what its page offers; what a side told in confidence is not.
await mediator.goto(`${origin}/enter/question`);
await choose(mediator, "_audience", "The envoy and her aide");
await mediator.fill("[name=words]", "A question to be destroyed");
await mediator.locator("main button.main").click();
await mediator.waitForURL(/\/entry\/[0-9a-z]{20}$/);
const note = mediator.url();
await mediator.locator("details.more summary", { hasText: "Destroy this note" }).click();
await axe(mediator, wrong);
await picture(mediator, "room-destroy");
await mediator.locator("form[action$='/destroy'] button").click();
await mediator.waitForURL(`${origin}/page/log`);
wrong.check(!(await mediator.content()).includes("A question to be destroyed"), "a destroyed note is still shown");
wrong.check((await mediator.goto(note)).status() === 404, "a destroyed note has still a page");
await mediator.goto(ofUpland);
wrong.check(await mediator.locator("form[action$='/destroy']").count() === 0, "what others read too can be destroyed");

// The pages that only a room has, from right to left, in the dark, and as narrow as a phone.
await mediator.goto(`${origin}/page/status`);
await mediator.locator(".languages button[value=ar]").click();
for (const path of ["/people", "/reads", "/record", "/account", "/touch?back=/people", `${new URL(ofUpland).pathname}/release`, new URL(ofUpland).pathname]) {
  await mediator.setViewportSize({ width: 1280, height: 900 });
  await mediator.goto(origin + path);
  await axe(mediator, wrong);
  const name = path.slice(1).replace(/\W.*/, "") + (path.endsWith("/release") ? "-release" : "");
  await picture(mediator, `room-ar-${name}`);
  await mediator.emulateMedia({ colorScheme: "dark" });
  await axe(mediator, wrong);
  await mediator.emulateMedia({ colorScheme: "light" });
  await mediator.setViewportSize({ width: 390, height: 844 });
  const wide = await mediator.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  wrong.check(wide <= 0, `${path}: ${wide} px too wide for a phone`);
  await picture(mediator, `room-phone-${name}`);
}
await mediator.setViewportSize({ width: 1280, height: 900 });
await mediator.goto(`${origin}/page/status`);
await mediator.locator(".languages button[value=en]").click();
await mediator.goto(`${origin}/people`);
await picture(mediator, "room-people");
await mediator.goto(`${origin}/record`);
await axe(mediator, wrong);
await picture(mediator, "room-record");

// Out and in again, without a name.
await mediator.locator("form[action='/sign-out'] button").click();
await mediator.waitForURL(`${origin}/sign-in`);
await axe(mediator, wrong);
await mediator.click("button.main");
await mediator.waitForURL(`${origin}/page/status`);

// What the mediator's team read is on record for the team, and for nobody else.
await mediator.goto(`${origin}/reads`);
await axe(mediator, wrong);
await picture(mediator, "room-reads");
wrong.check((await mediator.content()).includes("/page/status"), "what the mediator read is not on record");
wrong.check((await lakeside.goto(`${origin}/reads`)).status() === 404, "a party sees what was read");

// A provider vouches for one side from now on: linked by whoever is in, then the only thing that is asked.
await lakeside.goto(`${origin}/account`);
await lakeside.locator("form[action='/provider'] button").click();
await lakeside.waitForURL(`${origin}/account`);
await lakeside.locator(".ways li", { hasText: " okto" }).waitFor();
await axe(lakeside, wrong);
await picture(lakeside, "room-account");
await lakeside.goto(`${origin}/touch?back=/account`);
await axe(lakeside, wrong);
await picture(lakeside, "room-touch");
await lakeside.locator("form[action='/provider'] button").click();
await lakeside.waitForURL(`${origin}/account`);
await lakeside.locator("form[action='/sign-out'] button").click();
await lakeside.waitForURL(`${origin}/sign-in`);
await picture(lakeside, "room-sign-in");
await lakeside.locator("form[action='/provider'] button").click();
await lakeside.waitForURL(`${origin}/`).catch(() => {});
await lakeside.waitForURL(`${origin}/page/status`)
  .catch(() => wrong.add(`the provider did not let its owner in: ${lakeside.url()}`));

// One side is shown out: its open page is cut, its next request refused.
await upland.goto(`${origin}/page/status`);
await mediator.goto(`${origin}/people`);
await mediator.locator("tr", { hasText: parties[0].person }).locator("form[action='/people/revoke'] button").click();
await mediator.waitForURL(`${origin}/people`);
const shown = Date.now();
await upland.waitForFunction(() => document.querySelector(".told").textContent.trim(), null, { timeout: 1000 })
  .catch(() => wrong.add("the open page of whoever was shown out is not told that the session ended"));
console.log(`  shown out: the open page was cut after ${Date.now() - shown} ms`);
await upland.goto(`${origin}/page/status`);
wrong.check(upland.url() === `${origin}/sign-in`, "whoever was shown out still sees pages");

await browser.close();
server.stop();
ministry.stop();
finish("room", wrong, started);
