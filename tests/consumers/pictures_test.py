"""XML and image readers take the pictures, nothing in them can run, and Graphviz draws the DOT as it is."""
import itertools
import math
import shutil
import struct
import subprocess
import unittest
import xml.etree.ElementTree as xml

import samples

FOLDER = samples.written("dot", "svg", "png", "pdf")
SVG = "{http://www.w3.org/2000/svg}"
XLINK = "{http://www.w3.org/1999/xlink}"


# The colour-blind see these instead: Viénot, Brettel and Mollon 1999, in linear RGB.
SIMULATIONS = {"deuteranopia": ((0.29275, 0.70725, 0), (0.29275, 0.70725, 0), (-0.02234, 0.02234, 1)),
               "protanopia": ((0.11238, 0.88762, 0), (0.11238, 0.88762, 0), (0.00401, -0.00401, 1))}


def linear(colour):
    values = [int(colour[i:i + 2], 16) / 255 for i in (1, 3, 5)]
    return [v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in values]


def seen(colour, simulation):
    rgb = linear(colour)
    return [max(0.0, sum(w * v for w, v in zip(row, rgb))) for row in simulation]


def lab(rgb):
    """CIE L*a*b* of linear sRGB, white D65."""
    rows = ((0.4124, 0.3576, 0.1805), (0.2126, 0.7152, 0.0722), (0.0193, 0.1192, 0.9505))
    xyz = [sum(w * v for w, v in zip(row, rgb)) / white for row, white in zip(rows, (0.9505, 1, 1.089))]
    f = [t ** (1 / 3) if t > 0.008856 else 7.787 * t + 16 / 116 for t in xyz]
    return 116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])


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

    def test_have_tones_that_the_colour_blind_tell_apart(self):
        tones = {"#d55e00", "#777777", "#0072b2"}
        drawn = {(path.get("stroke") or "").lower() for path in svg("world").iter(SVG + "path")}
        self.assertLessEqual(tones, drawn)
        for name, simulation in SIMULATIONS.items():
            for one, other in itertools.combinations(sorted(tones), 2):
                # 2.3 is just noticeable; lines need far more.
                distance = math.dist(lab(seen(one, simulation)), lab(seen(other, simulation)))
                self.assertGreater(distance, 25, (name, one, other))

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
