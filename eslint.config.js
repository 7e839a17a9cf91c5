import js from "@eslint/js";
import boundaries from "eslint-plugin-boundaries";
import jsxA11y from "eslint-plugin-jsx-a11y";
import reactHooks from "eslint-plugin-react-hooks";
import regexp from "eslint-plugin-regexp";
import tseslint from "typescript-eslint";

/** The rooms of the house; see docs/architecture.md. A file belongs to the first that fits. */
const rooms = [
  { type: "wiring", pattern: "app/dependencies.server.ts", mode: "full" },
  { type: "server", pattern: ["app/server.ts", "app/web-server.ts", "app/health-routes.server.ts", "app/entry.server.tsx", "app/entry.client.tsx", "app/root.tsx"], mode: "full" },
  { type: "shopify-library", pattern: "app/shopify.server.ts", mode: "full" },
  { type: "route-auth", pattern: ["app/routes-auth.server.ts", "app/routes-api.server.ts", "app/routes-input.server.ts"], mode: "full" },
  { type: "config", pattern: ["app/config.server.ts", "app/app-address.ts", "app/development-key.server.ts", "app/operator-settings.ts"], mode: "full" },
  { type: "node-check", pattern: "app/require-node.ts", mode: "full" },
  { type: "carriers", pattern: "app/integrations/carriers/**", mode: "full" },
  { type: "notifiers", pattern: "app/integrations/notifiers/**", mode: "full" },
  { type: "http", pattern: "app/integrations/http/**", mode: "full" },
  { type: "limits", pattern: "app/integrations/limits/**", mode: "full" },
  ...["domain", "db", "shopify", "jobs", "use-cases", "presenters", "ingest", "worker", "cli", "routes", "components", "locales"].map((name) => ({
    type: name,
    pattern: `app/${name}/**`,
    mode: "full",
  })),
  { type: "tests", pattern: "tests/**", mode: "full" },
];

/** Who may import whom. */
const allowed = {
  domain: ["domain"],
  locales: ["locales", "domain"],
  http: ["http", "domain", "carriers"],
  carriers: ["carriers", "domain", "http"],
  notifiers: ["notifiers", "domain"],
  limits: ["limits", "domain"],
  db: ["db", "domain"],
  shopify: ["shopify", "domain", "db", "config"],
  jobs: ["jobs", "domain"],
  "use-cases": ["use-cases", "domain", "db", "jobs", "carriers", "http", "notifiers", "shopify", "locales", "limits"],
  presenters: ["presenters", "domain", "db", "locales"],
  ingest: ["ingest", "db", "domain", "jobs", "use-cases", "carriers", "config"],
  worker: ["worker", "node-check", "domain", "use-cases", "jobs", "wiring"],
  cli: ["cli", "node-check", "use-cases", "jobs", "domain", "carriers", "wiring"],
  components: ["components", "domain", "locales"],
  "route-auth": ["route-auth", "db", "domain", "use-cases", "wiring", "limits"],
  routes: ["routes", "route-auth", "use-cases", "presenters", "components", "wiring", "shopify-library", "domain", "locales", "limits", "config"],
  "shopify-library": ["config", "db"],
  config: ["config", "limits", "domain"],
  "node-check": [],
  server: ["server", "node-check", "wiring", "ingest", "worker", "components", "shopify-library", "config", "locales", "domain", "limits"],
  wiring: ["config", "db", "domain", "carriers", "notifiers", "http", "limits", "jobs", "shopify", "shopify-library", "use-cases"],
};

export default tseslint.config(
  { ignores: ["node_modules/**", "build/**", ".data/**", ".cache/**", "app/db/generated/**", "**/*.generated.*", "extensions/*/assets/**", "public/**"] },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  {
    files: ["**/*.{ts,tsx}"],
    rules: {
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_", ignoreRestSiblings: true }],
      "@typescript-eslint/consistent-type-imports": ["error", { disallowTypeAnnotations: false }],
      "@typescript-eslint/ban-ts-comment": "error",
      eqeqeq: ["error", "always", { null: "ignore" }],
    },
  },
  {
    files: ["app/**/*.{ts,tsx}"],
    plugins: { boundaries, "react-hooks": reactHooks, "jsx-a11y": jsxA11y },
    settings: {
      "boundaries/elements": rooms,
      "import/resolver": { typescript: { project: "./tsconfig.json" } },
    },
    rules: {
      ...reactHooks.configs.recommended.rules,
      ...jsxA11y.configs.recommended.rules,
      "no-console": "error",
      "boundaries/element-types": [
        "error",
        {
          default: "disallow",
          message: "${file.type} may not import ${dependency.type} (docs/architecture.md says who may import whom)",
          rules: Object.entries(allowed).map(([from, allow]) => ({ from, allow })),
        },
      ],
    },
  },
  {
    // Text from outside must not take long to read. The languages' rules see 400 characters at most (normaliseText);
    // tests/architecture/regular-expressions.test.ts measures them, and what these two rules cannot tell.
    files: ["app/**/*.{ts,tsx}"],
    ignores: ["app/domain/tracking/text/languages/**", "**/*.test.{ts,tsx}"],
    plugins: { regexp },
    rules: {
      "regexp/no-super-linear-backtracking": ["error", { report: "potential" }],
      "regexp/no-super-linear-move": ["error", { report: "potential" }],
    },
  },
  {
    // A test beside its source may also read the fixtures and simulators of tests/.
    files: ["app/**/*.test.{ts,tsx}"],
    rules: { "boundaries/element-types": "off" },
  },
  {
    files: ["app/**/*.{ts,tsx}"],
    ignores: ["app/config.server.ts", "app/dependencies.server.ts", "app/worker/run-worker.ts", "app/cli/doctor.ts", "app/cli/rotate-keys.ts", "app/**/*.test.ts"],
    rules: {
      "no-restricted-syntax": ["error", { selector: "MemberExpression[object.name='process'][property.name='env']", message: "Settings are read in app/config.server.ts alone." }],
    },
  },
  {
    files: ["app/**/*.{ts,tsx}"],
    ignores: ["app/db/**"],
    rules: {
      "no-restricted-imports": ["error", { patterns: [{ group: ["@prisma/*", "**/db/generated/**", "pg", "@electric-sql/*"], message: "Only app/db talks to the database." }] }],
    },
  },
  {
    files: ["app/domain/**/*.ts"],
    ignores: ["**/*.test.ts"],
    rules: {
      "no-restricted-syntax": [
        "error",
        { selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']", message: "In the domain, time is an argument." },
        { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: "In the domain, time is an argument." },
        { selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']", message: "In the domain, chance is an argument." },
        { selector: "MemberExpression[object.name='process']", message: "The domain knows no process." },
      ],
      "no-restricted-imports": ["error", { patterns: [{ group: ["node:*", "fs", "crypto", "@prisma/*", "@remix-run/*", "@shopify/*"], message: "The domain is pure." }] }],
    },
  },
  { files: ["**/*.{js,mjs,cjs}"], languageOptions: { globals: { process: "readonly", console: "readonly", URL: "readonly", fetch: "readonly", Buffer: "readonly", globalThis: "readonly", setTimeout: "readonly", Response: "readonly", Headers: "readonly", Request: "readonly" } } },
  // Scripts that run in a browser, and the preload that wraps the web's globals.
  { files: ["tests/simulator/**/*.{js,mjs}"], rules: { "no-undef": "off" } },
);
