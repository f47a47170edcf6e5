package nl.mkba.file.portfolio;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Workbooks written part by part (ECMA-376), so that a test can put in one what no spreadsheet program writes. */
final class Workbooks {

    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";

    private Workbooks() {}

    /** The parts of a workbook with these sheets, by name the XML of their rows. */
    static Map<String, String> parts(Map<String, String> sheets) {
        Map<String, String> parts = new LinkedHashMap<>();
        StringBuilder list = new StringBuilder();
        StringBuilder links = new StringBuilder();
        StringBuilder types = new StringBuilder();
        int number = 0;
        for (Map.Entry<String, String> sheet : sheets.entrySet()) {
            number++;
            list.append("<sheet name=\"" + sheet.getKey() + "\" sheetId=\"" + number + "\" r:id=\"r" + number + "\"/>");
            links.append(link("r" + number, "worksheet", "worksheets/sheet" + number + ".xml"));
            types.append(type("/xl/worksheets/sheet" + number + ".xml", "worksheet"));
            parts.put(
                    "xl/worksheets/sheet" + number + ".xml",
                    "<worksheet xmlns=\"" + MAIN + "\"><sheetData>" + sheet.getValue() + "</sheetData></worksheet>");
        }
        links.append(link("s", "styles", "styles.xml")).append(link("t", "sharedStrings", "sharedStrings.xml"));
        types.append(type("/xl/workbook.xml", "sheet.main"))
                .append(type("/xl/styles.xml", "styles"))
                .append(type("/xl/sharedStrings.xml", "sharedStrings"));
        parts.put(
                "[Content_Types].xml",
                "<Types xmlns=\"" + PACKAGE + "content-types\"><Default Extension=\"rels\""
                        + " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>" + types
                        + "</Types>");
        parts.put(
                "_rels/.rels",
                "<Relationships xmlns=\"" + PACKAGE + "relationships\">"
                        + link("r", "officeDocument", "xl/workbook.xml") + "</Relationships>");
        parts.put(
                "xl/workbook.xml",
                "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + OFFICE + "\"><sheets>" + list + "</sheets></workbook>");
        parts.put(
                "xl/_rels/workbook.xml.rels",
                "<Relationships xmlns=\"" + PACKAGE + "relationships\">" + links + "</Relationships>");
        // Formats: 1 a date of the standard, 2 a date of its own, 3 a percentage, 4 a text with letters of dates, 5
        // hours.
        parts.put(
                "xl/styles.xml",
                "<styleSheet xmlns=\"" + MAIN
                        + "\"><numFmts count=\"3\"><numFmt numFmtId=\"164\" formatCode=\"yyyy\\-mm\\-dd\"/>"
                        + "<numFmt numFmtId=\"165\" formatCode=\"0&quot; days of m&#178;&quot;;[Red]0\\d\"/>"
                        + "<numFmt numFmtId=\"166\" formatCode=\"[h]\"/></numFmts><cellXfs count=\"6\">"
                        + "<xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/><xf numFmtId=\"10\"/><xf numFmtId=\"165\"/>"
                        + "<xf numFmtId=\"166\"/></cellXfs></styleSheet>");
        parts.put(
                "xl/sharedStrings.xml",
                "<sst xmlns=\"" + MAIN + "\"><si><t>code</t></si><si><t xml:space=\"preserve\"> a_w </t></si>"
                        + "<si><r><t>wo</t></r><r><t>z</t></r></si></sst>");
        return parts;
    }

    private static String link(String id, String type, String target) {
        return "<Relationship Id=\"" + id + "\" Type=\"" + OFFICE + "/" + type + "\" Target=\"" + target + "\"/>";
    }

    private static String type(String part, String type) {
        return "<Override PartName=\"" + part
                + "\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml." + type + "+xml\"/>";
    }

    /** Writes a workbook. */
    static Path write(Path file, Map<String, String> parts) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return file;
    }

    /** Rows of texts and numbers, from the first row on: what {@code Double.parseDouble} reads is a number. */
    static String rows(String... lines) {
        StringBuilder rows = new StringBuilder();
        for (int row = 0; row < lines.length; row++) {
            rows.append("<row r=\"" + (row + 1) + "\">");
            String[] cells = lines[row].split("\\|", -1);
            for (int column = 0; column < cells.length; column++) {
                String place = " r=\"" + TableColumns.letters(column) + (row + 1) + "\"";
                if (cells[column].matches("-?[0-9.]*[0-9][0-9.]*")) {
                    rows.append("<c" + place + "><v>" + cells[column] + "</v></c>");
                } else if (!cells[column].isEmpty()) {
                    rows.append("<c" + place + " t=\"inlineStr\"><is><t xml:space=\"preserve\">" + cells[column]
                            + "</t></is></c>");
                }
            }
            rows.append("</row>");
        }
        return rows.toString();
    }
}
