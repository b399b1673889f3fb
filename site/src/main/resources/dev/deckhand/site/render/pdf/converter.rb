# frozen_string_literal: true

require 'asciidoctor-pdf'

# Readers of a PDF file copy what its font says that a letter is, in UTF-16. A character beyond the first 65536 is two numbers there; Prawn
# writes one of five digits, which is read as something else.
TTFunk::Subset::Unicode8Bit.prepend(Module.new do
  def to_unicode_map
    super.transform_values {|sign| sign > 0xffff ? (sign.chr Encoding::UTF_8).encode(Encoding::UTF_16BE).unpack1('N') : sign }
  end
end)

# Says each section that is begun, for a display of progress. What is laid out on scratch pages comes again.
(Asciidoctor::Converter.for 'pdf').prepend(Module.new do
  def convert_section sect, opts = {}
    logger.debug 'section' unless scratch?
    super
  end
end)
