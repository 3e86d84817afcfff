/**
 * What stands in `$[...]`: comparisons, arithmetic, regular expressions.
 *
 * @module
 */

/** Operators from the weakest to the strongest. */
const levels: readonly (readonly string[])[] = [
  ["|"],
  ["&"],
  ["=", "==", "!=", "<=", ">=", "<", ">"],
  ["+", "-"],
  ["*", "/", "%"],
  ["=~", "~~", ":"],
];

/**
 * Evaluates an expression: `evaluate('"0000" = "0000"')` is `1`. One that cannot be understood is empty.
 *
 * Source: Asterisk 22, main/ast_expr2.y
 *
 * @example Usage
 * ```ts
 * import assert from "node:assert/strict";
 *
 * assert.equal(evaluate("1 + 2 * 3"), "7");
 * assert.equal(evaluate('"a" = "b" | 1'), "1");
 * ```
 */
export function evaluate(text: string): string {
  const tokens = text.match(
    /"[^"]*"|<=|>=|!=|==|=~|~~|::|[|&=<>+\-*/%!?:()]|[^\s"|&=<>+\-*/%!?:()]+/g,
  ) ?? [];
  let at = 0;

  function conditional(): string {
    const condition = binary(0);
    if (tokens[at] !== "?") return condition;
    at++;
    const yes = conditional();
    if (tokens[at] !== "::" && tokens[at] !== ":") return condition;
    at++;
    const no = conditional();
    return isTrue(condition) ? yes : no;
  }

  function binary(level: number): string {
    const operators = levels[level];
    if (!operators) return unary();
    let left = binary(level + 1);
    while (operators.includes(tokens[at] ?? "")) {
      if (tokens[at] === ":" && level === levels.length - 1 && !/^"/.test(tokens[at + 1] ?? "")) {
        break;
      }
      const operator = tokens[at++] as string;
      left = apply(operator, left, binary(level + 1));
    }
    return left;
  }

  function unary(): string {
    const token = tokens[at];
    if (token === "!") {
      at++;
      return isTrue(unary()) ? "0" : "1";
    }
    if (token === "-") {
      at++;
      return String(-Number(unary()));
    }
    if (token === "(") {
      at++;
      const inner = conditional();
      if (tokens[at] === ")") at++;
      return inner;
    }
    if (token === undefined || levels.some((level) => level.includes(token))) return "";
    let value = token;
    at++;
    // Words that stand beside each other are one.
    while (tokens[at] !== undefined && /^[^|&=<>+\-*/%!?:()~]/.test(tokens[at] as string)) {
      value += tokens[at++];
    }
    return value;
  }

  return conditional();
}

/** Quotes are part of a value, and make it text; only comparing and matching look behind them. */
function apply(operator: string, left: string, right: string): string {
  const isNumeric = isNumber(left) && isNumber(right);
  const order = isNumeric
    ? Math.sign(Number(left) - Number(right))
    : compare(unquote(left), unquote(right));
  switch (operator) {
    case "|":
      return isTrue(left) ? left : right;
    case "&":
      return isTrue(left) && isTrue(right) ? left : "0";
    case "=":
    case "==":
      return bit(order === 0);
    case "!=":
      return bit(order !== 0);
    case "<":
      return bit(order < 0);
    case ">":
      return bit(order > 0);
    case "<=":
      return bit(order <= 0);
    case ">=":
      return bit(order >= 0);
    case "=~":
    case "~~":
    case ":":
      return match(operator, unquote(left), unquote(right));
    default:
      return calculate(operator, Number(left || 0), Number(right || 0));
  }
}

function calculate(operator: string, left: number, right: number): string {
  // What cannot be divided is the largest number that Asterisk has for it.
  if (right === 0 && (operator === "/" || operator === "%")) return "2147483647";
  const result = { "+": left + right, "-": left - right, "*": left * right, "/": left / right }[
    operator
  ] ?? left % right;
  return Number.isNaN(result) ? "" : String(result);
}

function compare(one: string, other: string): number {
  return one === other ? 0 : one < other ? -1 : 1;
}

/** `=~` matches anywhere, `:` at the start; a group is the value, or the length of the match. */
function match(operator: string, text: string, pattern: string): string {
  if (operator === "~~") return text + pattern;
  try {
    const found = new RegExp(operator === ":" ? `^(?:${pattern})` : pattern).exec(text);
    return found ? found[1] ?? String(found[0].length) : "0";
  } catch {
    return "0";
  }
}

function unquote(text: string): string {
  return text.replace(/^"([^"]*)"$/, "$1");
}

function isNumber(text: string): boolean {
  return /^-?\d+(\.\d+)?$/.test(text);
}

function isTrue(value: string): boolean {
  return value !== "" && !(isNumber(value) && Number(value) === 0);
}

function bit(value: boolean): string {
  return value ? "1" : "0";
}
