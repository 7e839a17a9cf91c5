# Renders Liquid with the library that Shopify's own Liquid is: reads [{source, values, words}] as JSON
# from standard input and writes the texts as a JSON array.
require "json"
require "liquid"

# `blank` of Liquid asks a value for blank?, which Shopify's Ruby on Rails defines on every object and plain Ruby does not.
class Object
  def blank?
    respond_to?(:empty?) ? !!empty? : !self
  end
end

class String
  def blank?
    match?(/\A[[:space:]]*\z/)
  end
end

# Shopify's filters that a theme app extension uses; what they need of a store comes with the input.
module Storefront
  def t(key, values = {})
    text = @context.registers[:words][key]
    return "translation missing: #{key}" if text.nil?
    text.gsub(/\{\{\s*([\w.]+)\s*\}\}/) { (values[$1] || "").to_s }
  end

  def asset_url(name)
    "/extensions/assets/#{name}"
  end
end

Liquid::Template.register_filter(Storefront)
jobs = JSON.parse($stdin.read)
rendered = jobs.map do |job|
  template = Liquid::Template.parse(job["source"], error_mode: :strict)
  template.render!(job["values"], registers: { words: job["words"] }, strict_filters: true)
end
$stdout.write(JSON.generate(rendered))
