import assert from "node:assert/strict";
import { parseReply } from "../agi/reply.ts";
import { maskCommand, maskReply, maskText } from "./mask.ts";

const commands: [line: string, shown: string][] = [
  ["ANSWER", "ANSWER"],
  ["GET DATA enter-pin 5000 4", "GET DATA enter-pin 5000 4"],
  ['STREAM FILE digits/4 "#"', 'STREAM FILE digits/••• "#"'],
  ["SET VARIABLE PIN 4711", "SET VARIABLE PIN •••"],
  ['SET VARIABLE "DB(pins/4711)" 1', 'SET VARIABLE "DB(•••)" •••'],
  ["SET VARIABLE LUNOPARK_STATUS SUCCESS", "SET VARIABLE LUNOPARK_STATUS SUCCESS"],
  ["GET VARIABLE PIN", "GET VARIABLE PIN"],
  ["GET VARIABLE DB(pins/4711)", "GET VARIABLE DB(•••)"],
  ["GET FULL VARIABLE ${DB(pins/4711)}", "GET FULL VARIABLE •••"],
  ["DATABASE PUT pins 4711 open", "DATABASE PUT pins •••"],
  ['SAY DIGITS 4711 "#"', "SAY DIGITS •••"],
  ["say digits 4711 #", "SAY DIGITS •••"],
  ['VERBOSE "User entered 4711" 1', "VERBOSE •••"],
  ["NOOP 4711", "NOOP •••"],
  ["EXEC Dial PJSIP/100,30,D(4711w)", "EXEC Dial PJSIP/100,30,D(•••)"],
  ["EXEC Dial PJSIP/100,30,tD(4711w)", "EXEC Dial PJSIP/100,30,tD(•••)"],
  ["EXEC Dial PJSIP/100,30,gU(check^4711)T", "EXEC Dial PJSIP/100,30,gU(•••)T"],
  ["EXEC Dial PJSIP/100,30,D(47", "EXEC Dial PJSIP/100,30,D(•••)"],
  ["EXEC Set(PIN=4711)", "EXEC Set •••"],
  ['EXEC "Set(PIN = 4711)"', "EXEC •••"],
  ["EXEC Set(PIN=4711) x", "EXEC Set •••"],
  ["EXEC Read PIN,beep,4,,,8", "EXEC Read PIN,beep,4,,,8"],
  ["EXEC Playback digits/4&digits/7", "EXEC Playback digits/•••&digits/•••"],
  ["EXEC Answer", "EXEC Answer"],
  ["EXEC Set PIN=4711", "EXEC Set PIN=•••"],
  ['EXEC Set "DB(pins/x)=4711"', "EXEC Set •••"],
  ["EXEC Authenticate 4711", "EXEC Authenticate •••"],
  ["EXEC SendDTMF 4711", "EXEC SendDTMF •••"],
  ['EXEC Verbose "User entered 4711"', "EXEC Verbose •••"],
  ["EXEC SayDigits 4711", "EXEC SayDigits •••"],
  ['GOSUB sub s 1 "4711"', "GOSUB sub s 1 •••"],
  ["UNHEARD OF 4711", "UNHEARD •••"],
  ["", ""],
];

Deno.test("maskCommand() shows what is harmless, and hides all else", () => {
  for (const [line, shown] of commands) assert.equal(maskCommand(line), shown);
});

const replies: [line: string, reply: string, shown: string][] = [
  ["GET DATA beep", "200 result=4711", "200 result=•••"],
  ["GET DATA beep", "200 result=1", "200 result=•••"],
  ["GET DATA beep", "200 result=47 (timeout)", "200 result=••• (timeout)"],
  ["GET DATA beep", "200 result= (timeout)", "200 result= (timeout)"],
  ["GET DATA beep", "200 result=-1", "200 result=-1"],
  ["WAIT FOR DIGIT 5000", "200 result=52", "200 result=•••"],
  ["WAIT FOR DIGIT 5000", "200 result=0", "200 result=0"],
  ['STREAM FILE beep "#"', "200 result=52 endpos=8000", "200 result=••• endpos=8000"],
  ["GET VARIABLE PIN", "200 result=1 (4711)", "200 result=1 (•••)"],
  ["GET VARIABLE PIN", "200 result=0", "200 result=0"],
  ["RECORD FILE x gsm #", "200 result=52 (dtmf) endpos=800", "200 result=••• (dtmf) endpos=800"],
  ["CHANNEL STATUS", "200 result=6", "200 result=6"],
  ["EXEC Background menu", "200 result=52", "200 result=•••"],
  ["EXEC Answer", "200 result=0", "200 result=0"],
  [
    "SPEECH RECOGNIZE beep 5000",
    "200 result=1 (speech) endpos=0 results=1 text0=4711",
    "200 result=1 (speech) endpos=0",
  ],
  ["RECEIVE TEXT 1000", "200 result=1 (4711)", "200 result=1 (•••)"],
  ["NOSUCH", "510 Invalid or unknown command", "510 Invalid or unknown command"],
];

Deno.test("maskReply() tells how a command ended, and nothing of what it brought", () => {
  for (const [line, reply, shown] of replies) {
    assert.equal(maskReply(line, parseReply(reply, "data")), shown, line);
  }
});

Deno.test("maskText() leaves places in files, and no number beside them", () => {
  const stack = "Error: PIN 4711 is wrong\n    at check (file:///x/handler.ts:12:34)";
  const shown = "Error: PIN ••• is wrong\n    at check (file:///x/handler.ts:12:34)";
  assert.equal(maskText(stack), shown);
  assert.equal(
    maskText('Asterisk refused "SET VARIABLE PIN hunter": wrong usage'),
    'Asterisk refused "SET VARIABLE PIN •••": wrong usage',
  );
  assert.equal(
    maskText("Cannot load /x/handler.ts:12:3: broken"),
    "Cannot load /x/handler.ts:12:3: broken",
  );
});

Deno.test("errors of ours that quote a command or a reply show no values of it", () => {
  const texts: [text: string, shown: string][] = [
    [
      "Cannot send AGI command SET VARIABLE PIN hunter: its usage is wrong",
      "Cannot send AGI command SET VARIABLE PIN •••: its usage is wrong",
    ],
    [
      'AgiCommandError: Cannot send AGI command set variable KEY "4: 5": Asterisk does not know it',
      "AgiCommandError: Cannot send AGI command SET VARIABLE KEY •••: Asterisk does not know it",
    ],
    [
      "Cannot interrupt SEND TEXT hunter over AsyncAGI: only what plays a file can be stopped",
      "Cannot interrupt SEND TEXT ••• over AsyncAGI: only what plays a file can be stopped",
    ],
    [
      'Cannot read AGI reply "200 result=1 (hunter) (": its result has a parenthesis',
      'Cannot read AGI reply "•••": its result has a parenthesis',
    ],
    [
      'got more than one reply to one command: "200 result=4\\n200 result=5\\n"',
      'got more than one reply to one command: "•••"',
    ],
    ['got a reply that nobody asked for: "hunter"', 'got a reply that nobody asked for: "•••"'],
    [
      'Cannot send SET VARIABLE: argument "hun\\nter" has a line end or NUL',
      "Cannot send SET VARIABLE: argument ••• has a line end or NUL",
    ],
    [
      'Cannot send AGI command "a-b": its name must be letters',
      'Cannot send AGI command "a-b": its name must be letters',
    ],
  ];
  for (const [text, shown] of texts) assert.equal(maskText(text), shown);
});
