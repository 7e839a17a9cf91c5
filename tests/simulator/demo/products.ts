import type { Palette } from "./pictures";

/** One product of a demo shop. Prices in minor units of the shop's currency. */
export interface DemoProduct {
  handle: string;
  title: string;
  shape: string;
  colours: Palette;
  priceMinor: number;
  type: string;
  vendor: string;
  grams: number;
  variants: readonly string[];
  description: string;
}

const forest: Palette = { ground: "#e3e9dc", main: "#5b7f5a", dark: "#2c4632", light: "#f1e9cf" };
const clay: Palette = { ground: "#f2e2d6", main: "#c26a4a", dark: "#6d3524", light: "#f8efe2" };
const lake: Palette = { ground: "#dbe7ec", main: "#4f86a0", dark: "#23475a", light: "#f4f1e4" };
const straw: Palette = { ground: "#f3ead2", main: "#cfa24b", dark: "#6e4f1d", light: "#fbf5e4" };
const plum: Palette = { ground: "#ece2ea", main: "#8a5a7d", dark: "#472a40", light: "#f6ecf2" };
const stone: Palette = { ground: "#e6e5e0", main: "#8b8f8a", dark: "#3a3f3d", light: "#f5f3ec" };

function product(
  handle: string, title: string, shape: string, colours: Palette, price: number, type: string, vendor: string, grams: number, variants: readonly string[], description: string,
): DemoProduct {
  return { handle, title, shape, colours, priceMinor: Math.round(price * 100), type, vendor, grams, variants, description };
}

export const alderProducts: readonly DemoProduct[] = [
  product("ridgeline-tent", "Ridgeline two-person tent", "tent", forest, 289, "Camp", "Alder & Finch", 2_400, ["Moss", "Sand"], "Two poles, one minute, room for two and a wet dog."),
  product("lamplighter-lantern", "Lamplighter lantern", "lantern", straw, 64, "Camp", "Lamplighter", 780, ["Brass", "Black"], "A warm light that dims down to a night light and runs for forty hours."),
  product("enamel-mug", "Speckled enamel mug", "mug", lake, 18, "Kitchen", "Alder & Finch", 190, ["Lake", "Cream", "Moss"], "Holds a proper coffee. Survives the campfire."),
  product("lambswool-blanket", "Lambswool throw blanket", "blanket", clay, 148, "Home", "Tweedmill Row", 1_250, ["Clay", "Heather"], "Woven from one flock's wool; heavier than it looks."),
  product("daytrip-backpack", "Daytrip backpack 22 l", "backpack", forest, 119, "Carry", "Alder & Finch", 860, ["Forest", "Ink"], "Waxed canvas, one big pocket, and no straps that flap."),
  product("cast-iron-skillet", "Cast-iron skillet 26 cm", "skillet", stone, 72, "Kitchen", "Foundry No. 4", 2_300, ["26 cm", "20 cm"], "Seasoned three times before it leaves the foundry."),
  product("porch-chair", "Folding porch chair", "chair", clay, 135, "Home", "Alder & Finch", 4_100, ["Rust", "Natural"], "Ash frame and a sling that gives in the right place."),
  product("cedar-bird-feeder", "Cedar bird feeder", "feeder", straw, 46, "Garden", "Finch House", 900, ["Natural"], "A roof over the seed and a ledge for the finch."),
  product("linen-apron", "Washed linen apron", "apron", lake, 52, "Kitchen", "Alder & Finch", 310, ["Blue", "Oat"], "Softer every week. A pocket for the towel you cannot find."),
  product("pine-smoke-candle", "Pine smoke candle", "candle", forest, 32, "Home", "Kindling", 420, ["Pine smoke", "Wet stone"], "Smells of the last hour of a fire."),
  product("trail-flask", "Trail flask 750 ml", "flask", lake, 38, "Camp", "Alder & Finch", 340, ["Lake", "Clay", "Stone"], "Hot until evening, cold until tomorrow."),
  product("field-compass", "Brass field compass", "compass", straw, 58, "Camp", "Northing", 160, ["Brass"], "For the day on which the phone is out of battery."),
  product("ragg-socks", "Ragg wool socks, two pairs", "socks", plum, 29, "Wear", "Alder & Finch", 210, ["S", "M", "L"], "Thick at the heel, thin at the toe."),
  product("camp-kettle", "Camp kettle 1.2 l", "kettle", stone, 54, "Camp", "Lamplighter", 610, ["Steel"], "Pours without dripping, sits without wobbling."),
  product("merino-beanie", "Merino beanie", "hat", plum, 34, "Wear", "Tweedmill Row", 90, ["Plum", "Fog"], "Fine enough to keep on indoors."),
  product("walking-boots", "Fell walking boots", "boots", clay, 198, "Wear", "Cobble & Last", 1_500, ["40", "41", "42", "43"], "Resoleable. We will do it for you."),
];

export const saltmarshProducts: readonly DemoProduct[] = [
  product("harbour-raincoat", "Harbour raincoat", "raincoat", straw, 165, "Wear", "Saltmarsh Supply", 980, ["S", "M", "L"], "Made for standing on a quay in the wrong weather."),
  product("willow-basket", "Willow foraging basket", "basket", clay, 48, "Garden", "Levels Willow", 700, ["Small", "Large"], "Woven on the Somerset Levels."),
  product("deckhand-mug", "Deckhand mug", "mug", stone, 14, "Kitchen", "Saltmarsh Supply", 210, ["Grey", "White"], "Tea, twice as much as you asked for."),
  product("fishermans-beanie", "Fisherman's beanie", "hat", lake, 26, "Wear", "Saltmarsh Supply", 100, ["Navy", "Ecru"], "Knitted tight against the wind."),
  product("storm-lantern", "Storm lantern", "lantern", stone, 42, "Home", "Saltmarsh Supply", 820, ["Galvanised"], "Burns through a gale, or through dinner."),
  product("estuary-throw", "Estuary wool throw", "blanket", lake, 96, "Home", "Saltmarsh Supply", 1_100, ["Tide", "Reed"], "The colours of mud, which are better than they sound."),
];
