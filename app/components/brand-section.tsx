import { BlockStack, Card, FormLayout, InlineGrid, Layout, Select, Text, TextField } from "@shopify/polaris";

import { BRAND_FONTS, fontStack, readableOn, type BrandFont } from "~/domain/settings/brand";

import type { SectionProps } from "./settings-sections";

const FONTS: Readonly<Record<BrandFont, string>> = {
  system: "The reader's own",
  humanist: "Humanist",
  geometric: "Geometric",
  serif: "Serif",
  mono: "Typewriter",
};

/** Colour, logo and font of the messages, with what they will look like beside them. */
export function BrandSection({ settings, errors, set }: SectionProps) {
  const { brand } = settings;
  const color = /^#[0-9a-f]{6}$/i.test(brand.color) ? brand.color : "#1f6f54";
  return (
    <Layout.AnnotatedSection title="Brand" description="How messages look. The tracking page takes your theme's own colours and fonts.">
      <Card>
        <InlineGrid columns={{ xs: 1, lg: 2 }} gap="400">
          <FormLayout>
            <TextField
              label="Colour"
              autoComplete="off"
              value={brand.color}
              onChange={(value) => set("brand.color", value)}
              error={errors["brand.color"]}
              connectedLeft={
                <input type="color" className="mp-swatch" aria-label="Pick a colour" value={color} onChange={(event) => set("brand.color", event.currentTarget.value)} />
              }
            />
            <Select
              label="Font"
              options={BRAND_FONTS.map((font) => ({ value: font, label: FONTS[font] }))}
              value={brand.font}
              onChange={(value) => set("brand.font", value)}
              error={errors["brand.font"]}
            />
            <TextField
              label="Logo address"
              type="url"
              autoComplete="off"
              placeholder="https://"
              value={brand.logoUrl ?? ""}
              onChange={(value) => set("brand.logoUrl", value)}
              error={errors["brand.logoUrl"]}
            />
          </FormLayout>
          <BlockStack gap="100">
            <Text as="h3" variant="bodyMd">
              Preview
            </Text>
            <div className="mp-preview" style={{ fontFamily: fontStack(brand.font) }} aria-hidden="true">
              <div className="mp-preview-bar" style={{ background: color, color: readableOn(color) }}>
                {settings.sender.fromName || "Your shop"}
              </div>
              <div className="mp-preview-body">
                <strong>Your order is out for delivery</strong>
                <span>It should be with you today.</span>
                <span className="mp-preview-button" style={{ background: color, color: readableOn(color) }}>
                  Follow your order
                </span>
              </div>
            </div>
          </BlockStack>
        </InlineGrid>
      </Card>
    </Layout.AnnotatedSection>
  );
}
