import type { Config } from "lunopark";

export default {
  host: "127.0.0.1", // Asterisk's AMI
  user: "lunopark", // its section in Asterisk's manager.conf
  // The secret is in /etc/lunopark/secret, which comes before one that is given here.
  listen: "127.0.0.1:4573", // where Asterisk finds the scripts
  handler: "handler.ts",
  // log: "/var/log/lunopark/lunopark.log", // beside the journal
} satisfies Config;
