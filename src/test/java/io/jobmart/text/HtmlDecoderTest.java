package io.jobmart.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HtmlDecoderTest {
    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(delimiter = '|', textBlock = """
            windows-1250     | windows-1250  | Žatec hledá pekaře
            ISO-8859-2       | ISO-8859-2    | Łódź szuka piekarza
            windows-1251     | windows-1251  | Ищем пекаря
            koi8-r           | KOI8-R        | Ищем пекаря
            iso-8859-1       | windows-1252  | “Bäcker” – 2 000 €
            ISO-8859-9       | windows-1254  | Fırıncı aranıyor
            shift_jis        | windows-31j   | パン職人①募集
            gb2312           | GB18030       | 招聘面包师傅
            big5             | Big5-HKSCS    | 徵求麵包師傅
            euc-kr           | x-windows-949 | 제빵사 모집
            EUC-JP           | EUC-JP        | パン職人募集
            iso-2022-jp      | ISO-2022-JP   | パン職人募集
            """)
    void whatThePageDeclaresCounts(String label, String charset, String words) {
        String page = "<html><head><meta http-equiv=\"Content-Type\" content=\"text/html; charset=" + label
                + "\"></head><body>" + words + "</body></html>";
        byte[] bytes = page.getBytes(Charset.forName(charset));
        TextDecoder.Decoded decoded = HtmlDecoder.decode(bytes, null);
        assertEquals(page, decoded.text());
        byte[] bare = words.getBytes(Charset.forName(charset));
        assertEquals(words, HtmlDecoder.decode(bare, label).text());
    }

    @Test
    void validUtf8LosesToNoDeclaration() {
        byte[] bytes = "<meta charset=iso-8859-1><p>Bäcker".getBytes(StandardCharsets.UTF_8);
        assertEquals(
                "<meta charset=iso-8859-1><p>Bäcker",
                HtmlDecoder.decode(bytes, "windows-1250").text());
    }

    @Test
    void theServerIsBelievedBeforeThePageAndTheMarkBeforeBoth() {
        byte[] czech = "<meta charset='windows-1251'>pekař".getBytes(Charset.forName("windows-1250"));
        assertTrue(HtmlDecoder.decode(czech, "Windows-1250").text().endsWith("pekař"));
        byte[] marked = "\uFEFFBäcker".getBytes(StandardCharsets.UTF_16LE);
        assertEquals("Bäcker", HtmlDecoder.decode(marked, "utf-8").text());
    }

    @ParameterizedTest
    @CsvSource({"no-such-charset", "''", "replacement", "iso-2022-kr"})
    void aLabelThatMeansNothingIsPassedOver(String label) {
        byte[] bytes = "<meta charset=windows-1250>pekař".getBytes(Charset.forName("windows-1250"));
        assertTrue(HtmlDecoder.decode(bytes, label).text().endsWith("pekař"));
    }

    @Test
    void aFewWrongBytesInUtf8AreMarkedAndTheRestIsKept() {
        byte[] good = "<meta charset=utf-8>Bäcker müssen früh aufstehen und Öfen heizen, "
                .repeat(3)
                .getBytes(StandardCharsets.UTF_8);
        byte[] bytes = java.util.Arrays.copyOf(good, good.length + 2);
        bytes[good.length] = (byte) 0xE4;
        bytes[good.length + 1] = 'x';
        TextDecoder.Decoded decoded = HtmlDecoder.decode(bytes, null);
        assertTrue(decoded.lossy());
        assertTrue(decoded.text().contains("früh") && decoded.text().endsWith("\uFFFDx"), decoded.text());
    }

    @Test
    void aPageThatSaysUtf8AndIsNotIsReadAsItIs() {
        byte[] bytes = "<meta charset=utf-8>Bäcker".getBytes(StandardCharsets.ISO_8859_1);
        assertTrue(HtmlDecoder.decode(bytes, "utf-8").text().endsWith("Bäcker"));
    }

    @Test
    void aDeclarationIsFoundBehindOtherElements() {
        String head = "<?xml version='1.0'?><!-- a page --><head><meta name=viewport content='width=device-width'>";
        assertEquals(
                "windows-1250",
                HtmlDecoder.declaredIn(
                        (head + "<meta charset=\"windows-1250\"/>").getBytes(StandardCharsets.US_ASCII)));
        assertEquals(
                "ISO-8859-2",
                HtmlDecoder.declaredIn(
                        "<?xml version=\"1.0\" encoding=\"ISO-8859-2\"?>".getBytes(StandardCharsets.US_ASCII)));
        assertEquals("utf-8", HtmlDecoder.declaredIn("<meta charset=utf-16>".getBytes(StandardCharsets.US_ASCII)));
    }
}
