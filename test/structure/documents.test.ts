// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { existsSync, readFileSync, statSync } from "node:fs";
import { join, normalize } from "node:path";
import { parse } from "yaml";
import { none, projectFiles, ROOT } from "../support/structure/sources";

/** Pages with tables that are wider than a line. */
const wide = ["docs/token-api.md", "policies/CATALOGUE.md"];
const longestLine = 120;

const documents = projectFiles()
  .filter((path) => path.endsWith(".md"))
  .map((path) => ({ path, text: read(path) }));

describe("structure: documents", () => {
  it("links only to files and headings that exist", () => {
    const offenders = documents.flatMap(({ path, text }) =>
      linksIn(text)
        .filter((target) => !/^(https?|mailto):/.test(target))
        .filter((target) => !leadsSomewhere(path, target))
        .map((target) => `${path}: ${target}`),
    );
    none(offenders, "dead link");
  });

  it("defines every reference that a link uses", () => {
    const offenders = documents.flatMap(({ path, text }) => {
      const defined = [...text.matchAll(/^\[([^\]]+)\]: /gm)].map(([, name]) => name);
      return [...withoutCode(text).matchAll(/\]\[([^\]]+)\]/g)]
        .map(([, name]) => name)
        .filter((name) => !defined.includes(name))
        .map((name) => `${path}: ${name}`);
    });
    none(offenders, "no such reference");
  });

  it(`has no line of more than ${longestLine} characters`, () => {
    const offenders = documents
      .filter(({ path }) => !wide.includes(path))
      .flatMap(({ path, text }) =>
        text
          .split("\n")
          .flatMap((line, index) =>
            line.length > longestLine && line.includes(" ") ? `${path}:${index + 1}` : [],
          ),
      );
    none(offenders, "wrap it, or make a list of the table");
  });

  it("keeps the README a page to read at once", () => {
    const lines = read("README.md").split("\n");
    assert.ok(lines.length <= 121, "at most 120 lines");
    none(
      lines
        .filter((line) => line.startsWith("|"))
        .flatMap((line) => line.split("|"))
        .filter((cell) => cell.trim().length > 100),
      "too long for a cell",
    );
  });

  it("lists every document in the index", () => {
    const index = linksIn(read("docs/README.md")).map((target) => normalize(join("docs", target)));
    const offenders = documents
      .map(({ path }) => path)
      .filter((path) => path.startsWith("docs/") && path !== "docs/README.md")
      .filter((path) => !index.includes(path));
    none(offenders, "add it to docs/README.md");
  });
});

describe("structure: CONTRIBUTING", () => {
  const { scripts, "//": reasons, ...manifest } = JSON.parse(read("package.json"));

  it("names every script of package.json, in the same order", () => {
    const [, commands = ""] = /\n## Commands\n([\s\S]*?)\n## /.exec(read("CONTRIBUTING.md")) ?? [];
    const named = [...commands.matchAll(/^- `npm (?:run )?([\w:-]+)`: /gm)].map(([, name]) => name);
    assert.deepEqual(named, Object.keys(scripts));
  });

  it("gives a word one entry in the glossary, in alphabetical order", () => {
    const [, glossary = ""] = /\n## Glossary\n([\s\S]*?)\n## /.exec(read("CONTRIBUTING.md")) ?? [];
    const words = [...glossary.matchAll(/^\| (.+?) +\|/gm)].map(([, word = ""]) => word).slice(2);
    assert.ok(words.length > 20, "there is a glossary");
    const sorted = [...new Set(words)].sort((one, other) =>
      one.toLowerCase().localeCompare(other.toLowerCase()),
    );
    assert.deepEqual(words, sorted);
  });

  it("gives reasons only for versions that are installed", () => {
    const installed = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies });
    none(
      Object.keys(reasons).filter((name) => !installed.includes(name)),
      "no such dependency",
    );
  });
});

describe("structure: what editors and the hosting site read", () => {
  it("formats as Biome does", () => {
    const { formatter, markdown } = JSON.parse(read("biome.json"));
    const settings = read(".editorconfig");
    assert.match(settings, new RegExp(`^indent_style = ${formatter.indentStyle}$`, "m"));
    assert.match(settings, new RegExp(`^indent_size = ${formatter.indentWidth}$`, "m"));
    assert.match(settings, new RegExp(`^max_line_length = ${formatter.lineWidth}$`, "m"));
    const { lineWidth } = markdown.formatter;
    assert.match(settings, new RegExp(`^\\[\\*\\.md\\]\\nmax_line_length = ${lineWidth}$`, "m"));
  });

  it("asks in every issue form for something, once by each name", () => {
    const forms = projectFiles().filter((path) =>
      /^\.github\/ISSUE_TEMPLATE\/(?!config)/.test(path),
    );
    assert.equal(forms.length, 3);
    for (const path of forms) {
      const form = parse(read(path));
      assert.ok(form.name && form.description, path);
      const fields: { type: string; id?: string; attributes: { label?: string } }[] = form.body;
      const inputs = fields.filter(({ type }) => type !== "markdown");
      assert.ok(inputs.length > 0, path);
      assert.ok(
        inputs.every(
          ({ type, id, attributes }) =>
            ["input", "textarea", "dropdown", "checkboxes"].includes(type) &&
            id &&
            attributes.label,
        ),
        path,
      );
      assert.equal(new Set(inputs.map(({ id }) => id)).size, inputs.length, path);
    }
  });

  it("starts every step of a workflow from a commit, and gives it no more than reading", () => {
    const workflows = projectFiles().filter((path) => path.startsWith(".github/workflows/"));
    assert.ok(workflows.length > 0);
    for (const path of workflows) {
      const text = read(path);
      assert.deepEqual(parse(text).permissions, { contents: "read" }, path);
      const actions = [...text.matchAll(/uses: (\S+)/g)].map(([, action = ""]) => action);
      none(
        actions.filter((action) => !/^[\w/-]+@[0-9a-f]{40}$/.test(action)),
        `${path}: name a commit`,
      );
    }
  });
});

function read(path: string): string {
  return readFileSync(join(ROOT, path), "utf8");
}

/** Where the links of a document lead, those by reference too. */
function linksIn(text: string): string[] {
  const prose = withoutCode(text);
  return [
    ...[...prose.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = ""]) => target),
    ...[...prose.matchAll(/^\[[^\]]+\]: (\S+)$/gm)].map(([, target = ""]) => target),
  ];
}

/** A text without its blocks and spans of code, in which brackets are no links. */
function withoutCode(text: string): string {
  return text.replace(/^(`{3,})[\s\S]*?^\1$/gm, "").replace(/`[^`\n]*`/g, "");
}

function leadsSomewhere(from: string, target: string): boolean {
  const [file = "", heading] = target.split("#");
  const path = file === "" ? from : normalize(join(from, "..", file));
  if (!existsSync(join(ROOT, path))) {
    return false;
  }
  return (
    heading === undefined ||
    (statSync(join(ROOT, path)).isFile() && headingsIn(read(path)).includes(heading))
  );
}

/** The names by which links reach the headings of a document, as GitHub makes them. */
function headingsIn(text: string): string[] {
  return [...text.replace(/^(`{3,})[\s\S]*?^\1$/gm, "").matchAll(/^#+ (.+)$/gm)].map(
    ([, heading = ""]) =>
      heading
        .toLowerCase()
        .replace(/[^\w\- ]/g, "")
        .replaceAll(" ", "-"),
  );
}
