import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";

import { describe, expect, it } from "vitest";

import { OLDEST_NODE, unsupportedNode } from "./require-node";

describe("the version of Node.js", () => {
  it.each(["20.20.2", "21.7.3", "22.0.0", "22.11.0", "18.0.0", ""])("%s is refused with what to do", (version) => {
    expect(unsupportedNode(version)).toContain(`needs Node.js ${OLDEST_NODE} or newer`);
    expect(unsupportedNode(version)).toContain("npm start");
  });

  it.each([OLDEST_NODE, "22.23.2", "23.0.0", "24.1.0", "100.0.0"])("%s is accepted", (version) => {
    expect(unsupportedNode(version)).toBeNull();
  });

  it.each(["app/server.ts", "app/worker/main.ts", "app/cli/main.ts"])("%s loads nothing of the app before the check", (entry) => {
    const source = readFileSync(entry, "utf8");
    expect([...source.matchAll(/^import .* from "(.*)";$/gm)].map((match) => match[1]?.replace(/^\.+\//, ""))).toEqual(["require-node"]);
    // What else is imported is a script of a few lines that runs on any version.
    expect([...source.matchAll(/^import "(.*)";$/gm)].map((match) => match[1]).filter((path) => path !== "./node-env.mjs")).toEqual([]);
    expect(source.indexOf("requireNode();")).toBeLessThan(source.indexOf("await import("));
  });

  it.each(["app/server.ts", "app/worker/main.ts", "app/cli/main.ts"])("%s ends with one sentence on an older version", (entry) => {
    const pretend = "data:text/javascript,Object.defineProperty(process.versions,'node',{value:'20.20.2'})";
    const run = spawnSync(process.execPath, ["--import", pretend, "--import", "tsx", entry], { encoding: "utf8", env: { NODE_ENV: "production", PATH: process.env.PATH } });
    expect(run.status).toBe(1);
    expect(run.stderr.trim().split("\n")).toEqual([unsupportedNode("20.20.2")]);
  });
});
