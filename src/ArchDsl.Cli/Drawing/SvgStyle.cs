namespace ArchDsl.Cli.Drawing;

/// <summary>The style sheet of pictures: colours are variables, so that a theme is a list of them.</summary>
internal static class SvgStyle
{
    private static readonly string[] EdgeClasses = ["connection", "exposure", "undeclared", "permission", "service"];

    /// <summary>The tips of lines, one for each kind.</summary>
    public static string Markers => "<defs>" + string.Concat(EdgeClasses.Select(static name =>
        $"<marker id=\"to-{name}\" class=\"tip {name}\" viewBox=\"0 0 8 8\" refX=\"7.5\" refY=\"4\" markerWidth=\"8\" markerHeight=\"8\" markerUnits=\"userSpaceOnUse\" orient=\"auto\"><path d=\"M0 0.5L8 4L0 7.5z\"/></marker>")) + "</defs>";

    /// <summary>The style sheet.</summary>
    public static string Of(Theme theme) => theme switch
    {
        Theme.Light => $"svg{{{Variables(dark: false)}}}",
        Theme.Dark => $"svg{{{Variables(dark: true)}}}",
        _ => $"svg{{{Variables(dark: false)}}}@media(prefers-color-scheme:dark){{svg{{{Variables(dark: true)}}}}}",
    } + Rules;

    /// <summary>The variables of a theme, for a page that switches them itself.</summary>
    public static string Variables(bool dark)
    {
        IEnumerable<string> categories = Enum.GetValues<Category>().Select(category => $"--{category.ToString().ToLowerInvariant()}:{Pick(Palette.Of(category))}");
        IEnumerable<string> boxes = Enum.GetValues<BoxKind>().Select(kind => $"--{kind.ToString().ToLowerInvariant()}:{Pick(Palette.Of(kind))}");
        string[] others =
        [
            $"--paper:{(dark ? "#0d1117" : "#ffffff")}", $"--card:{(dark ? "#161b22" : "#ffffff")}", $"--ink:{(dark ? "#e6edf3" : "#1f2328")}",
            $"--soft:{(dark ? "#9da7b3" : "#57606a")}", $"--wire:{(dark ? "#8b949e" : "#6e7781")}", $"--exposure:{Pick(Palette.Exposure)}",
            $"--accepted:{Pick(Palette.Accepted)}", $"--open:{Pick(Palette.Open)}", $"--tint:{(dark ? "0.10" : "0.06")}",
        ];
        return string.Join(';', others.Concat(categories).Concat(boxes));

        string Pick(Palette palette) => dark ? palette.Dark : palette.Light;
    }

    /// <summary>What looks how, in any theme.</summary>
    public static string Rules { get; } = string.Join("\n",
    [
        "",
        ".paper{fill:var(--paper)}",
        "text{fill:var(--ink)}",
        ".title{font-size:17px;font-weight:bold}",
        ".head{font-size:12.5px;font-weight:bold}",
        ".name{font-size:13px;font-weight:bold}",
        ".line{font-size:11px;fill:var(--soft)}",
        ".mark{font-size:11px}.mark.open{fill:var(--open)}.mark.accepted{fill:var(--accepted)}.mark.unproven{fill:var(--soft);font-style:italic}",
        ".box rect{fill:none;stroke-width:1.4}",
        .. Enum.GetValues<BoxKind>().Select(static kind =>
        {
            string name = kind.ToString().ToLowerInvariant();
            string fill = kind is BoxKind.Region or BoxKind.Network ? "" : $";fill:var(--{name});fill-opacity:var(--tint)";
            return $".box.{name} rect{{stroke:var(--{name}){fill}{(kind == BoxKind.Region ? ";stroke-dasharray:6 4" : "")}}}.box.{name} .head{{fill:var(--{name})}}";
        }),
        ".shape{fill:var(--card);stroke:var(--tone);stroke-width:1.5}",
        ".icon{fill:none;stroke:var(--tone);stroke-width:1.6;stroke-linecap:round;stroke-linejoin:round}",
        ".node.exposed .shape{stroke:var(--exposure);stroke-width:2.2}",
        .. Enum.GetValues<Category>().Select(static category => category.ToString().ToLowerInvariant()).Select(static name => $".{name}{{--tone:var(--{name})}}"),
        ".edge{fill:none;stroke:var(--wire);stroke-width:1.5}",
        ".edge.exposure{stroke:var(--exposure);stroke-width:2.4}",
        ".edge.permission{stroke-dasharray:5 4}",
        ".edge.undeclared{stroke:var(--accepted);stroke-dasharray:2 4;stroke-width:2}",
        ".edge.service{stroke-dasharray:1.5 4}",
        ".tip path{fill:var(--wire)}.tip.exposure path{fill:var(--exposure)}.tip.undeclared path{fill:var(--accepted)}",
        ".label{font-size:11px;fill:var(--soft);paint-order:stroke;stroke:var(--paper);stroke-width:4px;stroke-linejoin:round}",
        ".label.exposure{fill:var(--exposure);font-weight:bold}.label.undeclared{fill:var(--accepted)}",
        "",
    ]);
}
