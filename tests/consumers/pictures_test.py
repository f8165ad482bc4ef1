"""XML and image readers take the pictures, nothing in them can run, and Graphviz draws the DOT as it is."""
import shutil
import struct
import subprocess
import unittest
import xml.etree.ElementTree as xml

import samples

FOLDER = samples.written("dot", "svg", "png", "pdf")
SVG = "{http://www.w3.org/2000/svg}"
XLINK = "{http://www.w3.org/1999/xlink}"


def svg(name):
    return xml.parse(FOLDER / f"{name}.svg").getroot()


class Pictures(unittest.TestCase):
    def test_hold_only_harmless_elements(self):
        for name in samples.NAMES:
            for element in svg(name).iter():
                self.assertIn(element.tag.removeprefix(SVG), {"svg", "g", "a", "title", "text", "path", "polygon", "polyline",
                                                              "ellipse", "defs"})
                self.assertFalse([key for key in element.attrib if key.lower().startswith("on")])
                link = element.get(XLINK + "href")
                self.assertTrue(link is None or link.startswith(("http://", "https://")), link)

    def test_show_names_words_and_quotes(self):
        root = svg("pact")
        texts = [text.text.strip() for text in root.iter(SVG + "text")]
        for shown in ("South Korea", "Taro Kono", "foreign minister", "scraps (planned)", "✗ supports (denied)",
                      "occupies (1910–1945)", "conflict", "cooperation"):
            self.assertIn(shown, texts)
        tooltips = [a.get(XLINK + "title") for a in root.iter(SVG + "a")]
        self.assertTrue(any("“Japan was \"deeply disappointed\".”\n" in (tip or "") for tip in tooltips))

    def test_keep_hostile_names_as_text(self):
        texts = " ".join(text.text for text in svg("hostile").iter(SVG + "text"))
        self.assertIn("</TD></TABLE><script", texts)
        self.assertIn("&lt;b&gt; &#10;", texts)
        self.assertNotIn("\x01", texts)

    def test_are_images_of_a_sensible_size(self):
        for name in samples.NAMES:
            head = (FOLDER / f"{name}.png").read_bytes()[:24]
            self.assertEqual(head[:8], b"\x89PNG\r\n\x1a\n")
            width, height = struct.unpack(">II", head[16:24])
            self.assertTrue(0 < width < 32768 and 0 < height < 32768, (name, width, height))
            self.assertTrue((FOLDER / f"{name}.pdf").read_bytes().startswith(b"%PDF-"))

    def test_are_drawn_from_dot_by_graphviz_itself(self):
        dot = shutil.which("dot")
        self.assertIsNotNone(dot, "the graphviz package")
        for name in ("small", "pact", "hostile"):
            done = subprocess.run([dot, "-Tsvg", FOLDER / f"{name}.dot"], capture_output=True, check=True)
            self.assertEqual(done.stderr, b"", name)
            drawn = xml.fromstring(done.stdout)
            self.assertEqual(len(list(drawn.iter(SVG + "text"))), len(list(svg(name).iter(SVG + "text"))), name)


if __name__ == "__main__":
    unittest.main()
