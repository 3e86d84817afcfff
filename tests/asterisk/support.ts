/**
 * What the tests on a real Asterisk share: an instance of each version, a witness on AMI that is not
 * of our making, Lunopark in this process or as a program, and waiting that has an end.
 *
 * @module
 */
export * from "./pbx.ts";
export * from "./scene.ts";
export * from "./service.ts";
export * from "./waiting.ts";
export * from "./witness.ts";
