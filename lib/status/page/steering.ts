/**
 * What can be done with the token: reload, hang up a call, change the log level.
 *
 * @module
 */

import type { CallDetail, Head } from "../wire.ts";
import { find, setText, tell } from "./elements.ts";

/** Where the token is kept: in this tab, until it is closed. */
const tokenKey = "lunopark-token";

/** The controls. */
export class Steering {
  readonly #level = find<HTMLSelectElement>("level");
  readonly #tokenDialog = find<HTMLDialogElement>("token-dialog");
  readonly #hangupDialog = find<HTMLDialogElement>("hangup-dialog");
  readonly #unlocked: () => void;
  #token = sessionStorage.getItem(tokenKey) ?? "";
  #call: CallDetail | undefined;
  #head: Head | undefined;

  /** `unlocked` is told when a token is there. */
  constructor(unlocked: () => void) {
    this.#unlocked = unlocked;
    find("unlock").addEventListener("click", () => this.askToken(""));
    find("token-cancel").addEventListener("click", () => this.#tokenDialog.close());
    find("token-form").addEventListener("submit", (event) => {
      event.preventDefault();
      this.#tryToken();
    });
    find("reload").addEventListener("click", () => this.#reload());
    this.#level.addEventListener("change", () => this.#setLevel());
    find("hangup").addEventListener("click", () => this.#askHangup());
    find("hangup-no").addEventListener("click", () => this.#hangupDialog.close());
    find("hangup-yes").addEventListener("click", () => this.#hangup());
  }

  /** The headers of each request. */
  readonly headers = (): Record<string, string> => {
    return this.#token === "" ? {} : { authorization: `Bearer ${this.#token}` };
  };

  /** Asks for the token; `reason` is why. */
  askToken(reason: string): void {
    setText(find("token-error"), reason);
    if (!this.#tokenDialog.open) this.#tokenDialog.showModal();
    find("token").focus();
  }

  /** Shows what can be done. */
  show(head: Head, call: CallDetail | undefined): void {
    this.#head = head;
    this.#call = call;
    const canSteer = head.canSteer && this.#token !== "";
    find("read-only").hidden = head.canSteer;
    find("unlock").hidden = !head.canSteer || canSteer;
    for (const element of document.querySelectorAll<HTMLElement>(".steering")) {
      element.hidden = !canSteer;
    }
    const hangup = find<HTMLButtonElement>("hangup");
    hangup.hidden = !canSteer || call === undefined;
    hangup.disabled = this.#whyNoHangup() !== undefined;
    hangup.title = this.#whyNoHangup() ?? "";
    if (document.activeElement !== this.#level) this.#level.value = head.level;
  }

  /** Asks whether to hang up the open call, if that can be done. */
  hangupByKey(): void {
    const button = find<HTMLButtonElement>("hangup");
    if (!button.hidden && !button.disabled) this.#askHangup();
  }

  #whyNoHangup(): string | undefined {
    const { ami } = this.#head ?? {};
    if (!ami) return "A call is hung up by AMI, and this Lunopark has no AMI role";
    return ami.state === "ready" ? undefined : "A call is hung up by AMI, which is not connected";
  }

  async #tryToken(): Promise<void> {
    const field = find<HTMLInputElement>("token");
    const response = await this.#post("/token", "", field.value);
    if (!response.ok) return setText(find("token-error"), response.text);
    this.#token = field.value;
    sessionStorage.setItem(tokenKey, this.#token);
    field.value = "";
    this.#tokenDialog.close();
    tell("Unlocked");
    this.#unlocked();
  }

  async #reload(): Promise<void> {
    const button = find<HTMLButtonElement>("reload");
    button.disabled = true;
    await this.#do("/reload");
    button.disabled = false;
  }

  async #setLevel(): Promise<void> {
    await this.#do("/level", this.#level.value);
  }

  #askHangup(): void {
    const call = this.#call;
    if (!call) return;
    setText(
      find("hangup-text"),
      `${call.caller || "An unknown caller"} in ${call.script}, channel ${call.channel}`,
    );
    setText(find("hangup-error"), "");
    find("hangup-yes").dataset["call"] = String(call.id);
    this.#hangupDialog.showModal();
  }

  async #hangup(): Promise<void> {
    const response = await this.#post(`/calls/${find("hangup-yes").dataset["call"]}/hangup`);
    if (response.ok) this.#hangupDialog.close();
    else setText(find("hangup-error"), response.text);
  }

  /** Does something, and says so when it fails. */
  async #do(path: string, body = ""): Promise<void> {
    const { ok, text } = await this.#post(path, body);
    tell(text);
    if (!ok) alert(text);
  }

  async #post(
    path: string,
    body = "",
    token = this.#token,
  ): Promise<{ ok: boolean; text: string }> {
    try {
      const response = await fetch(path, {
        method: "POST",
        body,
        headers: { authorization: `Bearer ${token}` },
      });
      const text = (await response.text()).trim();
      if (response.status === 401) this.#forget();
      return { ok: response.ok, text };
    } catch {
      return { ok: false, text: "Lunopark does not answer" };
    }
  }

  #forget(): void {
    this.#token = "";
    sessionStorage.removeItem(tokenKey);
    if (this.#head) this.show(this.#head, this.#call);
  }
}
