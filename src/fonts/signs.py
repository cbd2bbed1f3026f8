"""Makes signs.woff2: the signs that Pretendard has but its split web files leave out.

U+2212 minus, y and x with a hat, and the subscripts of formulas, cut from the variable font of the npm package
`pretendard`, which is under the SIL Open Font License. The licence reserves the name Pretendard, so the cut
carries another one; its copyright and licence stay inside the file.

    pip install fonttools brotli && python3 src/fonts/signs.py        (made with fonttools 4.x, run from the top)
"""

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

SIGNS = [0x0177, 0x0302, 0x1D62, *range(0x2080, 0x208F), *range(0x2090, 0x209D), 0x2212]

font = TTFont("node_modules/pretendard/dist/web/variable/woff2/PretendardVariable.woff2")
options = Options()
options.flavor = "woff2"
options.layout_features = ["ccmp", "mark", "mkmk"]
options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
subsetter = Subsetter(options)
subsetter.populate(unicodes=SIGNS)
subsetter.subset(font)
for record in font["name"].names:
    if record.nameID in (1, 3, 4, 6):
        record.string = "Gradus Signs" if record.nameID != 6 else "GradusSigns"
font.flavor = "woff2"
font.save("src/fonts/signs.woff2")
