import type { Config } from "lunopark";

export default {
  host: "127.0.0.1",
  user: "admin",
  secret: "secret",
  listen: "127.0.0.1:4573",
  handler: "example.ts",
} satisfies Config;
