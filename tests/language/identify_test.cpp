#include "entente/language/identify.h"

#include <gtest/gtest.h>

namespace entente::language {
namespace {

class English : public testing::TestWithParam<const char*> {};
TEST_P(English, Passes) { EXPECT_TRUE(may_be_english(GetParam())); }
INSTANTIATE_TEST_SUITE_P(
    Texts, English,
    testing::Values("", "Pact ends", "ALAND MINISTER QUITS", "Rio de Janeiro", "1 2 3",
                    "El Salvador, Costa Rica sign pact on San Juan de la Cruz",
                    "Borduria's foreign minister visits Aland for talks on fishing",
                    "Meeting of Cabo de la Vela, Los Lagos and Las Palmas delegates: The sides agreed to meet.",
                    "\xE5\x8C\x97\xE4\xBA\xAC (Beijing) is the capital of the country."));

class OtherLanguages : public testing::TestWithParam<const char*> {};
TEST_P(OtherLanguages, AreRejected) { EXPECT_FALSE(may_be_english(GetParam())); }
INSTANTIATE_TEST_SUITE_P(
    Texts, OtherLanguages,
    testing::Values(
        "Die Regierung hat das Abkommen mit dem Nachbarland nicht verl\xC3\xA4ngert, sagte der Minister.",
        "Le gouvernement a annonc\xC3\xA9 la fin de l'accord avec le pays voisin, selon le ministre.",
        "El gobierno anunci\xC3\xB3 el fin del acuerdo con el pa\xC3\xADs vecino, seg\xC3\xBAn dijo el ministro.",
        "Il governo ha annunciato la fine dell'accordo con il paese vicino, secondo il ministro della difesa.",
        "O governo anunciou o fim do acordo com o pa\xC3\xADs vizinho, segundo o ministro que falou em Lisboa.",
        "De regering heeft het akkoord met het buurland niet verlengd, zei de minister van buitenlandse zaken.",
        "Pemerintah mengumumkan bahwa perjanjian yang lama tidak diperpanjang, kata menteri dan juru bicara yang hadir "
        "pada hari Senin untuk rapat.",
        "\xD0\x9F\xD1\x80\xD0\xB0\xD0\xB2\xD0\xB8\xD1\x82\xD0\xB5\xD0\xBB\xD1\x8C\xD1\x81\xD1\x82\xD0\xB2\xD0\xBE "
        "\xD0\xBE\xD0\xB1\xD1\x8A\xD1\x8F\xD0\xB2\xD0\xB8\xD0\xBB\xD0\xBE",
        "\xE6\x94\xBF\xE5\xBA\x9C\xE5\xAE\xA3\xE5\xB8\x83\xE7\xB5\x82\xE6\xAD\xA2\xE5\x8D\x94\xE8\xAD\xB0"
        "\xE5\x85\xA9\xE5\x9C\x8B\xE6\x9C\x83\xE8\xAB\x87"));

}  // namespace
}  // namespace entente::language
