import assert from "node:assert/strict";
import { createEventFilter, EventFilterError, passesFilters } from "./event_filter.ts";

const NEWCHANNEL = "Event: Newchannel\r\nChannel: PJSIP/100-1\r\nExten: 200\r\n\r\n";
const HANGUP = "Event: Hangup\r\nChannel: PJSIP/100-1\r\nCause: 16\r\n\r\n";

const sent: [
  filters: [pattern: string, criteria?: string][],
  newchannel: boolean,
  hangup: boolean,
][] = [
  [[], true, true],
  [[["Event: Newchannel"]], true, false],
  [[["Event: (Newchannel|Hangup)"]], true, true],
  [[["!Event: Hangup"]], true, false],
  [[["PJSIP"], ["!Cause: 16"]], true, false],
  [[["Newchannel.*Exten"]], true, false],
  [[["", "name(Hangup)"]], false, true],
  [[["", "action(exclude),name(Hangup)"]], true, false],
  [[["16", "header(Cause),method(exact)"]], false, true],
  [[["PJSIP/", "header(Channel:),method(starts_with)"]], true, true],
  [[["-2", "header(Channel),method(ends_with)"]], false, false],
  [[["20", "header(Exten),method(contains)"]], true, false],
  [[["^2.0$", "name(Newchannel),header(Exten),method(regex)"]], true, false],
];

for (const [filters, newchannel, hangup] of sent) {
  Deno.test(`filters ${JSON.stringify(filters)} let pass what they say`, () => {
    const made = filters.map(([pattern, criteria]) => createEventFilter(pattern, criteria));
    assert.equal(passesFilters(made, "Newchannel", NEWCHANNEL), newchannel);
    assert.equal(passesFilters(made, "Hangup", HANGUP), hangup);
  });
}

const refused: [pattern: string, criteria: string | undefined, message: RegExp][] = [
  ["", undefined, /formatted incorrectly/],
  ["(", undefined, /did not compile/],
  ["", "action(include)", /formatted incorrectly/],
  ["x", "name(Hangup)", /formatted incorrectly/],
  ["", "name(Hangup),method(exact)", /formatted incorrectly/],
  ["x", "method(guess)", /formatted incorrectly/],
  ["x", "color(red)", /formatted incorrectly/],
];

for (const [pattern, criteria, message] of refused) {
  Deno.test(`the filter ${JSON.stringify([pattern, criteria])} is refused`, () => {
    assert.throws(
      () => createEventFilter(pattern, criteria),
      (error) => error instanceof EventFilterError && message.test(error.message),
    );
  });
}
