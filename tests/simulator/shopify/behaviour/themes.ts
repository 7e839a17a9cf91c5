import type { ShopState, Theme, ThemeFileBodyKind } from "../store/records";
import type { World } from "../world";

export interface ThemeFileSpec {
  /** e.g. `templates/page.tracking.json` or `config/settings_data.json` */
  filename: string;
  /** null removes the file. */
  content: string | null;
  role?: Theme["role"];
  /** How the body is answered; text unless it is large or not text. */
  body?: ThemeFileBodyKind;
  /** Reading the file fails so, e.g. TIMEOUT. */
  readError?: string;
  /** Shopify is still setting the theme up. */
  processing?: boolean;
}

/** Writes a file of the shop's theme, as the theme editor does when a block is added. The main theme unless told. */
export function setThemeFile(world: World, state: ShopState, spec: ThemeFileSpec): Theme {
  const role = spec.role ?? "MAIN";
  const now = world.clock.now();
  let theme = Object.values(state.themes).find((one) => one.role === role);
  if (!theme) {
    theme = { id: world.store.newId(), name: role === "MAIN" ? "Meadow" : `Meadow (${role.toLowerCase()})`, role, files: {}, createdAt: now, updatedAt: now };
    state.themes[theme.id] = theme;
  }
  if (spec.content === null) delete theme.files[spec.filename];
  else theme.files[spec.filename] = spec.content;
  theme.bodies = { ...theme.bodies };
  delete theme.bodies[spec.filename];
  if (spec.body) theme.bodies[spec.filename] = spec.body;
  theme.readErrors = { ...theme.readErrors };
  delete theme.readErrors[spec.filename];
  if (spec.readError) theme.readErrors[spec.filename] = spec.readError;
  theme.processing = spec.processing ?? false;
  theme.updatedAt = now;
  world.store.touch();
  return theme;
}
