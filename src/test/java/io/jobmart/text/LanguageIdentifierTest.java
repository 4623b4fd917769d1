package io.jobmart.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageIdentifierTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    en | You will build services in Java and Spark, and you have three years of experience with both.
                    de | Du entwickelst Dienste in Java und Spark und bringst drei Jahre Erfahrung mit beiden mit.
                    fr | Vous développez des services en Java et Spark et vous avez trois ans d'expérience avec les deux.
                    es | Desarrollarás servicios en Java y Spark, y tienes tres años de experiencia con los dos.
                    pt | Você vai desenvolver serviços em Java e Spark, e tem três anos de experiência com os dois.
                    nl | Je ontwikkelt diensten in Java en Spark en je hebt drie jaar ervaring met allebei.
                    pl | Będziesz tworzyć usługi w Javie i Sparku, a masz trzy lata doświadczenia z każdym z nich.
                    it | Svilupperai servizi in Java e Spark e hai tre anni di esperienza con entrambi gli strumenti.
                    sv | Du utvecklar tjänster i Java och Spark och har tre års erfarenhet av båda två sedan tidigare.
                    cs | Budete vyvíjet služby v Javě a Sparku a máte tři roky zkušeností s oběma nástroji.
                    ru | Вы будете разрабатывать сервисы на Java и Spark, у вас есть три года опыта работы с ними.
                    vi | Bạn sẽ phát triển các dịch vụ bằng Java và Spark, và có ba năm kinh nghiệm với cả hai.
                    zh | 你将使用Java和Spark开发服务，并且拥有三年以上的相关工作经验。
                    ja | JavaとSparkでサービスを開発します。三年以上の経験がある方を募集しています。
                    ko | 자바와 스파크로 서비스를 개발하며 삼 년 이상의 경험이 있는 분을 찾습니다.
                    """)
    void theLanguageOfAPostingIsTold(String language, String text) {
        assertEquals(language, LanguageIdentifier.of(text));
    }

    @Test
    void tooShortATextHasNone() {
        assertNull(LanguageIdentifier.of(null));
        assertNull(LanguageIdentifier.of(""));
        assertNull(LanguageIdentifier.of("Java, Spark, SQL"));
        assertNull(LanguageIdentifier.of("+49 30 1234567 / 2026-01-01 / 100-200 / 123456789 / 555"));
    }

    @Test
    void linesThatWereGluedAreStillWords() {
        assertEquals(
                "en",
                LanguageIdentifier.of(
                        "Role: Hull planning builderLocation: Porto,PTDuration: Full time PositionYou plan"
                                + " the hulls of boatsYou keep the yard in order"));
    }

    @Test
    void theMiddleOfTheTextDecides() {
        String german = "Wir suchen eine Entwicklerin oder einen Entwickler für unsere Plattform. ".repeat(12);
        assertEquals("de", LanguageIdentifier.of("About us: we are a small company in the north. " + german));
    }
}
