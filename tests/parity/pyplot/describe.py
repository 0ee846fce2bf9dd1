"""Describes a figure of Matplotlib by what it shows: data, limits, ticks and texts."""

import re

import numpy as np
from matplotlib.collections import LineCollection, PathCollection, PolyCollection, QuadMesh
from matplotlib.colors import to_hex
from matplotlib.contour import ContourSet
from matplotlib.dates import date2num
from matplotlib.patches import Polygon, Rectangle

superscripts = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")


def number(value):
    """JSON has no NaN."""
    if np.ma.is_masked(value):
        return None
    value = float(value)
    return value if np.isfinite(value) else None


def numbers(values):
    if getattr(values, "dtype", None) is not None and values.dtype.kind == "M":
        values = date2num(values)
    return [number(value) for value in np.ma.asarray(values).ravel()]


def plain(text):
    """The text that mathtext shows."""
    text = re.sub(r"\\mathdefault\{(.*)\}", r"\1", str(text).replace("$", ""))
    text = re.sub(r"\^\{([^}]*)\}", lambda found: found[1].translate(superscripts), text)
    text = re.sub(r"\s*\\times\s*", "×", text)
    return "−" + text[1:] if text.startswith("-") else text


def ticks(axis, is_shown):
    low, high = sorted(axis.get_view_interval())
    slack = (high - low) * 1e-10
    found = []
    labels = axis.get_major_formatter().format_ticks(axis.get_majorticklocs())
    for place, label in zip(axis.get_majorticklocs(), labels):
        if low - slack <= place <= high + slack:
            found.append([number(place), plain(label) if is_shown else ""])
    return sorted(found)


def has_labels(axis):
    params = axis.get_tick_params()
    names = ("labelbottom", "labeltop") if axis.axis_name == "x" else ("labelleft", "labelright")
    return any(params.get(name, False) for name in names)


def line(artist):
    style = artist.get_linestyle()
    is_line = style not in ("None", "none", " ", "")
    return {
        "x": numbers(artist.get_xdata(orig=False)),
        "y": numbers(artist.get_ydata(orig=False)),
        "color": to_hex(artist.get_color() if is_line else artist.get_markeredgecolor()),
        "width": number(artist.get_linewidth()) if is_line else None,
        "isDashed": style in ("--", "-.", ":", "dashed", "dotted", "dashdot"),
        "marker": None if artist.get_marker() in ("None", "none", "", " ", None) else number(artist.get_markersize()),
    }


def area(path):
    """The area that a path encloses, and what it reaches."""
    total = 0
    boxes = []
    for polygon in path.to_polygons(closed_only=False):
        x, y = polygon[:, 0], polygon[:, 1]
        total += 0.5 * abs(np.dot(x, np.roll(y, 1)) - np.dot(y, np.roll(x, 1)))
        boxes.append([x.min(), x.max(), y.min(), y.max()])
    boxes = np.array(boxes)
    box = [boxes[:, 0].min(), boxes[:, 1].max(), boxes[:, 2].min(), boxes[:, 3].max()]
    return {"area": number(total), "box": numbers(np.array(box))}


def colors_of(artist, count):
    faces = artist.get_facecolors() if len(artist.get_facecolors()) else artist.get_edgecolors()
    return [to_hex(faces[i % len(faces)]) for i in range(count)]


def describe_axes(ax):
    if getattr(ax, "_colorbar", None) is not None:
        return {"colorbar": {"ylim": numbers(np.array(ax.get_ylim())), "yticks": ticks(ax.yaxis, True), "ylabel": ax.get_ylabel()}}
    about = {
        "titles": [ax.get_title(loc) for loc in ("center", "left", "right") if ax.get_title(loc)],
        "xlabel": ax.get_xlabel(),
        "ylabel": ax.get_ylabel(),
        "xlim": numbers(np.array(ax.get_xlim())),
        "ylim": numbers(np.array(ax.get_ylim())),
        "xscale": ax.get_xscale(),
        "yscale": ax.get_yscale(),
        "lines": [],
        "references": [],
        "points": [],
        "bars": [],
        "spans": [],
        "areas": [],
        "segments": [],
        "images": [],
        "contours": [],
        "texts": [[text.get_text(), to_hex(text.get_color())] for text in ax.texts],
        "legend": [text.get_text() for text in ax.get_legend().get_texts()] if ax.get_legend() else [],
    }
    for name, axis in (("x", ax.xaxis), ("y", ax.yaxis)):
        if axis.get_visible() and ax.axison:
            about[f"{name}ticks"] = ticks(axis, has_labels(axis))
            note = axis.get_offset_text()
            about[f"{name}note"] = plain(note.get_text()) if note.get_visible() else ""
            about[f"{name}grid"] = bool(axis.get_tick_params().get("gridOn", False))
    for artist in ax.lines:
        own = artist.get_transform().contains_branch_seperately(ax.transData)
        if all(own):
            about["lines"].append(line(artist))
        else:
            described = line(artist)
            side = "x" if own[0] else "y"
            about["references"].append([side, described[side][0], described["color"]])
    for patch in ax.patches:
        own = patch.get_transform().contains_branch_seperately(ax.transData)
        color = to_hex(patch.get_facecolor()) if patch.get_fill() else to_hex(patch.get_edgecolor())
        if isinstance(patch, Rectangle) and all(own):
            box = [patch.get_x(), patch.get_y(), patch.get_width(), patch.get_height()]
            about["bars"].append([*numbers(np.array(box)), color])
        elif isinstance(patch, Rectangle):
            side = "x" if own[0] else "y"
            low = patch.get_x() if own[0] else patch.get_y()
            size = patch.get_width() if own[0] else patch.get_height()
            about["spans"].append([side, number(low), number(low + size), color])
        elif isinstance(patch, Polygon):
            about["areas"].append({**area(patch.get_path()), "color": color, "isOpen": not patch.get_fill()})
    for artist in ax.collections:
        if isinstance(artist, ContourSet):
            about["contours"].append(
                {
                    "levels": numbers(artist.levels),
                    "isFilled": artist.filled,
                    "colors": colors_of(artist, len(artist.get_paths())),
                    "sizes": [number(size_of(path, artist.filled)) for path in artist.get_paths()],
                }
            )
        elif isinstance(artist, PathCollection):
            offsets = artist.get_offsets()
            about["points"].append(
                {
                    "x": numbers(offsets[:, 0]),
                    "y": numbers(offsets[:, 1]),
                    "sizes": numbers(artist.get_sizes()),
                    "colors": colors_of(artist, len(offsets) if len(artist.get_facecolors()) > 1 else 1),
                }
            )
        elif isinstance(artist, LineCollection):
            about["segments"] += [numbers(segment) for segment in artist.get_segments()]
        elif isinstance(artist, QuadMesh):
            pass
        elif isinstance(artist, PolyCollection):
            parts = [area(path) for path in artist.get_paths()]
            boxes = np.array([part["box"] for part in parts])
            box = [boxes[:, 0].min(), boxes[:, 1].max(), boxes[:, 2].min(), boxes[:, 3].max()]
            total = sum(part["area"] for part in parts)
            about["areas"].append({"area": total, "box": numbers(np.array(box)), "color": to_hex(artist.get_facecolors()[0]), "isOpen": False})
    for image in ax.images:
        values = np.ma.asarray(image.get_array())
        about["images"].append(
            {
                "shape": list(values.shape[:2]),
                "values": numbers(values) if values.ndim == 2 else None,
                "extent": numbers(np.array(image.get_extent())),
                "colors": [to_hex(color) for color in image.to_rgba(values).reshape(-1, 4)[:50]],
            }
        )
    return about


def size_of(path, is_filled):
    """How long the lines of a path are, or how large what it fills."""
    total = 0
    for polygon in path.to_polygons(closed_only=False):
        x, y = polygon[:, 0], polygon[:, 1]
        if is_filled:
            total += 0.5 * (np.dot(x, np.roll(y, 1)) - np.dot(y, np.roll(x, 1)))
        else:
            total += np.hypot(np.diff(x), np.diff(y)).sum()
    return abs(total)


def describe(figure):
    figure.canvas.draw()
    suptitle = figure._suptitle.get_text() if figure._suptitle else ""
    return {
        "size": [round(number(inches * figure.dpi), 6) for inches in figure.get_size_inches()],
        "suptitle": suptitle,
        "axes": [describe_axes(ax) for ax in figure.axes],
    }
