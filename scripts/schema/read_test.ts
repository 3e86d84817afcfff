import assert from "node:assert/strict";
import { allHeaders } from "./event_headers.ts";
import { mergeSchemas } from "./merge.ts";
import { readDocumentation } from "./read.ts";

function document(inside: string): string {
  return `<?xml version="1.0"?><docs xmlns:xi="http://www.w3.org/2001/XInclude">${inside}</docs>`;
}

const dial = `<application name="Dial" language="en_US" module="app_dial">
  <since><version>0.1.0</version></since>
  <syntax>
    <parameter name="Tech/Resource" required="true" argsep="&amp;">
      <argument name="Tech/Resource" required="true"/>
      <argument name="Tech2/Resource2" multiple="true"/>
      <info name="elsewhere"><enumlist><enum name="not a value"/></enumlist></info>
    </parameter>
    <parameter name="options">
      <optionlist>
        <option name="L" argsep=":">
          <argument name="x" required="true"/>
          <argument name="y"/>
          <para>This option is affected by the following variables:</para>
          <variablelist><variable name="LIMIT_FILE"/></variablelist>
        </option>
        <option name="g"/>
      </optionlist>
    </parameter>
  </syntax>
  <description>
    <para>This application sets:</para>
    <variablelist>
      <variable name="DIALSTATUS"><value name="ANSWER"/><value name="BUSY"/></variable>
    </variablelist>
    <para>Input variables:</para>
    <variablelist><variable name="DIAL_INPUT"/></variablelist>
  </description>
</application>`;

Deno.test("readDocumentation() reads parameters, options and variables of an application", () => {
  const { applications: [found, ...others] } = readDocumentation(document(dial), "22");
  assert.deepEqual(others, []);
  const { name, since, modules, versions, sets, reads, parameters } = found!;
  assert.deepEqual({ name, since, modules, versions }, {
    name: "Dial",
    since: ["0.1.0"],
    modules: ["app_dial"],
    versions: ["22"],
  });
  assert.deepEqual(sets, [{ name: "DIALSTATUS", values: ["ANSWER", "BUSY"] }]);
  assert.deepEqual(reads, ["LIMIT_FILE", "DIAL_INPUT"]);
  assert.deepEqual(
    parameters.map(({ name, required, separator, values }) => ({
      name,
      required,
      separator,
      values,
    })),
    [
      { name: "Tech/Resource", required: true, separator: "&", values: [] },
      { name: "options", required: false, separator: ",", values: [] },
    ],
  );
  assert.deepEqual(parameters[1]?.options.map(({ name, parts }) => [name, parts.length]), [
    ["L", 2],
    ["g", 0],
  ]);
});

Deno.test("readDocumentation() makes one of what several modules have", () => {
  const other = dial.replace("app_dial", "app_dial_imap");
  const { applications } = readDocumentation(document(dial + other), "22");
  assert.deepEqual(applications.map(({ modules }) => modules), [["app_dial", "app_dial_imap"]]);
});

Deno.test("readDocumentation() reads values from included infos and configuration options", () => {
  const { functions: [found] } = readDocumentation(
    document(`<function name="CHANNEL"><syntax>
        <parameter name="item" required="true">
          <enumlist>
            <enum name="name"/>
            <configOptionToEnum>
              <xi:include xpointer="xpointer(/docs/configInfo/configOption)"/>
            </configOptionToEnum>
          </enumlist>
          <xi:include xpointer="xpointer(/docs/info[@name='CHANNEL'])"/>
        </parameter></syntax></function>
      <configInfo><configOption name="option"/></configInfo>
      <info name="CHANNEL" tech="PJSIP"><enumlist><enum name="pjsip"/></enumlist></info>
      <info name="CHANNEL" tech="IAX2"><enumlist><enum name="iax"/></enumlist></info>`),
    "22",
  );
  assert.deepEqual(found?.parameters[0]?.values, ["name", "option", "pjsip", "iax"]);
});

const events = `<managerEvent name="DialBegin">
  <managerEventInstance class="EVENT_FLAG_CALL">
    <syntax>
      <channel_snapshot/>
      <channel_snapshot prefix="Dest"/>
      <parameter name="DialString"/>
      <parameter name="Forward" required="false"/>
    </syntax>
  </managerEventInstance>
</managerEvent>`;

Deno.test("readDocumentation() reads headers of events, channels with their prefix", () => {
  const { events: [event] } = readDocumentation(document(events), "22");
  assert.deepEqual(event?.classes, ["call"]);
  const headers = allHeaders(event!);
  assert.equal(headers.get("DestChannel")?.optional, false);
  assert.equal(headers.get("Channel")?.optional, false);
  assert.equal(headers.get("DestTenantid")?.optional, true);
  assert.equal(headers.get("DialString")?.optional, false);
  assert.equal(headers.get("Forward")?.optional, true);
  assert.equal(headers.get("Privilege")?.optional, true);
  assert.deepEqual(headers.get("Event")?.values, ["DialBegin"]);
  assert.equal(headers.has("BridgeUniqueid"), false);
});

Deno.test("readDocumentation() refuses a placeholder that it does not know", () => {
  const unknown = events.replace("<channel_snapshot/>", "<endpoint_snapshot/>");
  assert.throws(() => readDocumentation(document(unknown), "22"), /endpoint_snapshot is not known/);
});

Deno.test("readDocumentation() finds the option that a header shows", () => {
  const { events: [event] } = readDocumentation(
    document(`<managerEvent name="EndpointDetail"><managerEventInstance class="EVENT_FLAG_COMMAND">
      <syntax><parameter name="DtmfMode"><para><xi:include xpointer="xpointer(/docs/configInfo[@name=
      'res_pjsip']/configFile[@name='pjsip.conf']/configObject[@name='endpoint']/configOption[@name='dtmf_mode']/synopsis/node())"/>
      </para></parameter></syntax></managerEventInstance></managerEvent>`),
    "22",
  );
  assert.equal(event?.headers[0]?.option, "dtmf_mode of endpoint in pjsip.conf");
});

Deno.test("readDocumentation() reads the items of list actions and their events", () => {
  const { actions: [action], events: found } = readDocumentation(
    document(`<manager name="Status">
      <syntax>
        <parameter name="ActionID"/>
        <parameter name="Channel" required="true"/>
      </syntax>
      <responses>
        <list-elements>
          <managerEvent name="Item"><managerEventInstance class="EVENT_FLAG_COMMAND"/></managerEvent>
        </list-elements>
        <managerEvent name="End"><managerEventInstance class="EVENT_FLAG_COMMAND"/></managerEvent>
      </responses>
    </manager>`),
    "22",
  );
  assert.deepEqual(action?.list, { items: ["Item"], complete: "End" });
  assert.deepEqual(action?.parameters.map(({ name }) => name), ["Channel"]);
  assert.deepEqual(found.map(({ name }) => name), ["Item", "End"]);
});

Deno.test("mergeSchemas() says which version has what", () => {
  const old = document(
    events.replace("DialString", "OldString") + `<application name="Macro"/>` +
      `<application name="Dial"/>`,
  );
  const merged = mergeSchemas(
    readDocumentation(document(events + dial + `<application name="If"/>`), "22"),
    readDocumentation(old, "16"),
  );
  assert.deepEqual(merged.applications.map(({ name, versions }) => [name, versions.join()]), [
    ["Dial", "22,16"],
    ["If", "22"],
    ["Macro", "16"],
  ]);
  const [event] = merged.events;
  assert.deepEqual(event?.headers.map(({ name, optional, only }) => [name, optional, only]), [
    ["DialString", true, "22"],
    ["Forward", true, undefined],
    ["OldString", true, "16"],
  ]);
});
