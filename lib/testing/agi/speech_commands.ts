/**
 * AGI commands of speech recognition, of which the model has no engine: all answer that.
 *
 * @module
 */

import { answer, type Command } from "./command.ts";

/** A command that needs so many words. */
function refused(least: number, dead = false): Command {
  return {
    dead,
    run: (context, words) => words.length < least ? "usage" : answer(context, 0),
  };
}

/** Speech recognition without an engine. Source: Asterisk 22, res/res_agi.c, handle_speech*() */
export const speechCommands: Readonly<Record<string, Command>> = {
  "SPEECH CREATE": refused(2),
  "SPEECH SET": refused(4),
  "SPEECH DESTROY": refused(2, true),
  "SPEECH LOAD GRAMMAR": refused(5),
  "SPEECH UNLOAD GRAMMAR": refused(4, true),
  "SPEECH ACTIVATE GRAMMAR": refused(4),
  "SPEECH DEACTIVATE GRAMMAR": refused(4),
  "SPEECH RECOGNIZE": refused(4),
};
