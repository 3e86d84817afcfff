/**
 * The AGI commands.
 *
 * Made by `deno task schema` from the documentation of Asterisk 22 and 16 (core-en_US.xml) and the
 * corrections in scripts/schema; not to be edited. Types only: nothing of it is there at run time.
 *
 * @module
 */

import type { Argument, Arguments, OtherArgument } from "./basics.ts";

/** The AGI commands: the words that follow the name of each, by its name. */
export interface AgiCommands {
  /**
   * `ANSWER`
   *
   * In Asterisk 22 and 16, since 0.4.0.
   */
  readonly "ANSWER": [];

  /**
   * `ASYNCAGI BREAK`
   *
   * Works on a dead channel.
   *
   * In Asterisk 22 and 16, since 1.8.0.
   */
  readonly "ASYNCAGI BREAK": [];

  /**
   * `CHANNEL STATUS [channelname]`
   *
   * In Asterisk 22 and 16, since 0.4.0.
   */
  readonly "CHANNEL STATUS": [channelname?: Argument];

  /**
   * `CONTROL STREAM FILE filename escapeDigits [skipms] [ffchar] [rewchr] [pausechr] [offsetms]`
   *
   * Sets `CPLAYBACKSTATUS`, `CPLAYBACKOFFSET`, `CPLAYBACKSTOPKEY`.
   *
   * In Asterisk 22 and 16, since 1.2.0.
   */
  readonly "CONTROL STREAM FILE": [
    filename: Argument,
    escapeDigits: Argument,
    skipms?: Argument,
    ffchar?: Argument,
    rewchr?: Argument,
    pausechr?: Argument,
    offsetms?: Argument,
  ];

  /**
   * `DATABASE DEL family key`
   *
   * Works on a dead channel.
   *
   * In Asterisk 22 and 16, since 0.4.0.
   */
  readonly "DATABASE DEL": [family: Argument, key: Argument];

  /**
   * `DATABASE DELTREE family [keytree]`
   *
   * Works on a dead channel.
   *
   * In Asterisk 22 and 16, since 0.4.0.
   */
  readonly "DATABASE DELTREE": [family: Argument, keytree?: Argument];

  /**
   * `DATABASE GET family key`
   *
   * Works on a dead channel.
   *
   * In Asterisk 22 and 16, since 0.4.0.
   */
  readonly "DATABASE GET": [family: Argument, key: Argument];

  /**
   * `DATABASE PUT family key value`
   *
   * Works on a dead channel.
   *
   * In Asterisk 22 and 16, since 0.4.0.
   */
  readonly "DATABASE PUT": [family: Argument, key: Argument, value: Argument];

  /**
   * `EXEC application [options]`
   *
   * Works on a dead channel.
   *
   * In Asterisk 22 and 16, since 0.4.0.
   */
  readonly "EXEC": [application: Argument, options?: Argument];

  /**
   * `GET DATA file [timeout] [maxdigits]`
   *
   * In Asterisk 22 and 16, since 0.4.0.
   */
  readonly "GET DATA": [file: Argument, timeout?: Argument, maxdigits?: Argument];

  /**
   * `GET FULL VARIABLE expression [channelname]`
   *
   * Works on a dead channel.
   *
   * In Asterisk 22 and 16, since 1.2.0.
   */
  readonly "GET FULL VARIABLE": [expression: Argument, channelname?: Argument];

  /**
   * `GET OPTION filename escapeDigits [timeout]`
   *
   * In Asterisk 22 and 16, since 1.2.0.
   */
  readonly "GET OPTION": [filename: Argument, escapeDigits: Argument, timeout?: Argument];

  /**
   * `GET VARIABLE variablename`
   *
   * Works on a dead channel.
   *
   * In Asterisk 22 and 16, since 0.4.0.
   */
  readonly "GET VARIABLE": [variablename: Argument];

  /**
   * `GOSUB context extension priority [args]`
   *
   * Sets `GOSUB_RETVAL`.
   *
   * In Asterisk 22 and 16.
   */
  readonly "GOSUB": [context: Argument, extension: Argument, priority: Argument, args?: Argument];

  /**
   * `HANGUP [channelname]`
   *
   * In Asterisk 22 and 16, since 0.4.0.
   */
  readonly "HANGUP": [channelname?: Argument];

  /**
   * `NOOP [words...]`
   *
   * Works on a dead channel.
   *
   * In Asterisk 22 and 16, since 0.4.0.
   */
  readonly "NOOP": [...words: Arguments];

  /**
   * `RECEIVE CHAR timeout`
   *
   * In Asterisk 22 and 16, since 0.4.0.
   */
  readonly "RECEIVE CHAR": [timeout: Argument];

  /**
   * `RECEIVE TEXT timeout`
   *
   * In Asterisk 22 and 16, since 1.2.0.
   */
  readonly "RECEIVE TEXT": [timeout: Argument];

  /**
   * `RECORD FILE filename format escape_digits timeout [offset_samples] [BEEP] [s=silence]`
   *
   * In Asterisk 22 and 16, since 0.4.0.
   */
  readonly "RECORD FILE": [
    filename: Argument,
    format: Argument,
    escapeDigits: Argument,
    timeout: Argument,
    ...offsetBeepAndSilence: Arguments,
  ];

  /**
   * `SAY ALPHA number escapeDigits [casetype]`
   *
   * In Asterisk 22 and 16, since 1.2.0.
   */
  readonly "SAY ALPHA": [number: Argument, escapeDigits: Argument, casetype?: Argument];

  /**
   * `SAY DATE date escapeDigits`
   *
   * In Asterisk 22 and 16, since 1.2.0.
   */
  readonly "SAY DATE": [date: Argument, escapeDigits: Argument];

  /**
   * `SAY DATETIME time escapeDigits [format] [timezone]`
   *
   * In Asterisk 22 and 16, since 1.2.0.
   */
  readonly "SAY DATETIME": [
    time: Argument,
    escapeDigits: Argument,
    format?: Argument,
    timezone?: Argument,
  ];

  /**
   * `SAY DIGITS number escapeDigits`
   *
   * In Asterisk 22 and 16, since 0.4.0.
   */
  readonly "SAY DIGITS": [number: Argument, escapeDigits: Argument];

  /**
   * `SAY NUMBER number escapeDigits [gender]`
   *
   * In Asterisk 22 and 16, since 0.4.0.
   */
  readonly "SAY NUMBER": [number: Argument, escapeDigits: Argument, gender?: Argument];

  /**
   * `SAY PHONETIC string escapeDigits`
   *
   * In Asterisk 22 and 16, since 1.0.0.
   */
  readonly "SAY PHONETIC": [string: Argument, escapeDigits: Argument];

  /**
   * `SAY TIME time escapeDigits`
   *
   * In Asterisk 22 and 16, since 1.0.0.
   */
  readonly "SAY TIME": [time: Argument, escapeDigits: Argument];

  /**
   * `SEND IMAGE image`
   *
   * In Asterisk 22 and 16, since 0.4.0.
   */
  readonly "SEND IMAGE": [image: Argument];

  /**
   * `SEND TEXT textToSend`
   *
   * In Asterisk 22 and 16, since 0.4.0.
   */
  readonly "SEND TEXT": [textToSend: Argument];

  /**
   * `SET AUTOHANGUP time`
   *
   * In Asterisk 22 and 16, since 0.4.0.
   */
  readonly "SET AUTOHANGUP": [time: Argument];

  /**
   * `SET CALLERID number`
   *
   * In Asterisk 22 and 16, since 0.4.0.
   */
  readonly "SET CALLERID": [number: Argument];

  /**
   * `SET CONTEXT desiredContext`
   *
   * In Asterisk 22 and 16, since 0.4.0.
   */
  readonly "SET CONTEXT": [desiredContext: Argument];

  /**
   * `SET EXTENSION newExtension`
   *
   * In Asterisk 22 and 16, since 0.4.0.
   */
  readonly "SET EXTENSION": [newExtension: Argument];

  /**
   * `SET MUSIC boolean [musicClass]`
   *
   * In Asterisk 22 and 16, since 0.5.0.
   */
  readonly "SET MUSIC": [boolean: "on" | "off" | OtherArgument, musicClass?: Argument];

  /**
   * `SET PRIORITY priority`
   *
   * In Asterisk 22 and 16, since 0.4.0.
   */
  readonly "SET PRIORITY": [priority: Argument];

  /**
   * `SET VARIABLE variablename value`
   *
   * Works on a dead channel.
   *
   * In Asterisk 22 and 16, since 0.4.0.
   */
  readonly "SET VARIABLE": [variablename: Argument, value: Argument];

  /**
   * `SPEECH ACTIVATE GRAMMAR grammarName`
   *
   * In Asterisk 22 and 16, since 1.6.0.
   */
  readonly "SPEECH ACTIVATE GRAMMAR": [grammarName: Argument];

  /**
   * `SPEECH CREATE engine`
   *
   * In Asterisk 22 and 16, since 1.6.0.
   */
  readonly "SPEECH CREATE": [engine: Argument];

  /**
   * `SPEECH DEACTIVATE GRAMMAR grammarName`
   *
   * In Asterisk 22 and 16, since 1.6.0.
   */
  readonly "SPEECH DEACTIVATE GRAMMAR": [grammarName: Argument];

  /**
   * `SPEECH DESTROY`
   *
   * Works on a dead channel.
   *
   * In Asterisk 22 and 16, since 1.6.0.
   */
  readonly "SPEECH DESTROY": [];

  /**
   * `SPEECH LOAD GRAMMAR grammarName pathToGrammar`
   *
   * In Asterisk 22 and 16, since 1.6.0.
   */
  readonly "SPEECH LOAD GRAMMAR": [grammarName: Argument, pathToGrammar: Argument];

  /**
   * `SPEECH RECOGNIZE prompt timeout [offset]`
   *
   * In Asterisk 22 and 16, since 1.6.0.
   */
  readonly "SPEECH RECOGNIZE": [prompt: Argument, timeout: Argument, offset?: Argument];

  /**
   * `SPEECH SET name value`
   *
   * In Asterisk 22 and 16, since 1.6.0.
   */
  readonly "SPEECH SET": [name: Argument, value: Argument];

  /**
   * `SPEECH UNLOAD GRAMMAR grammarName`
   *
   * Works on a dead channel.
   *
   * In Asterisk 22 and 16, since 1.6.0.
   */
  readonly "SPEECH UNLOAD GRAMMAR": [grammarName: Argument];

  /**
   * `STREAM FILE filename escapeDigits [sampleOffset]`
   *
   * Sets `PLAYBACKSTATUS`.
   *
   * In Asterisk 22 and 16, since 0.4.0.
   */
  readonly "STREAM FILE": [filename: Argument, escapeDigits: Argument, sampleOffset?: Argument];

  /**
   * `TDD MODE boolean`
   *
   * In Asterisk 22 and 16, since 0.4.0.
   */
  readonly "TDD MODE": [boolean: "on" | "off" | OtherArgument];

  /**
   * `VERBOSE message [level]`
   *
   * Works on a dead channel.
   *
   * In Asterisk 22 and 16, since 0.4.0.
   */
  readonly "VERBOSE": [message: Argument, level?: Argument];

  /**
   * `WAIT FOR DIGIT timeout`
   *
   * In Asterisk 22 and 16, since 0.4.0.
   */
  readonly "WAIT FOR DIGIT": [timeout: Argument];
}

/** The AGI commands that also work on a dead channel, which has hung up. */
export type DeadAgiCommand =
  | "ASYNCAGI BREAK"
  | "DATABASE DEL"
  | "DATABASE DELTREE"
  | "DATABASE GET"
  | "DATABASE PUT"
  | "EXEC"
  | "GET FULL VARIABLE"
  | "GET VARIABLE"
  | "NOOP"
  | "SET VARIABLE"
  | "SPEECH DESTROY"
  | "SPEECH UNLOAD GRAMMAR"
  | "VERBOSE";
