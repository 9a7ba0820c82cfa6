using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ArchDsl.Cli.Drawing;

namespace ArchDsl.Cli.Viewing;

/// <summary>One HTML page with a picture for each stage. It needs nothing else, and its policy lets it ask for nothing.</summary>
internal static class ViewPage
{
    // The default encoder leaves no "<" in the text, so that nothing in it ends the element.
    private static readonly JsonSerializerOptions Options = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    /// <summary>Writes the page.</summary>
    /// <param name="pictures">The pictures, the one that shows first at the beginning.</param>
    public static string Write(IReadOnlyList<(Picture Picture, ViewData Data)> pictures)
    {
        string style = $":root{{color-scheme:light dark;--line:#d0d7de;--focus:#0969da;{SvgStyle.Variables(dark: false)}}}@media(prefers-color-scheme:dark){{:root{{--line:#30363d;--focus:#58a6ff;{SvgStyle.Variables(dark: true)}}}}}{SvgStyle.Rules}{Resource("view.css")}".ReplaceLineEndings("\n");
        string script = Resource("view.js");
        string title = Xml.Escape(pictures[0].Data.Title);
        StringBuilder page = new();
        page.Append($"""
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '{Hash(style)}'; script-src '{Hash(script)}'; base-uri 'none'; form-action 'none'">
            <title>{title}</title>
            <style>{style}</style>
            </head>
            <body>
            <header>
            <h1 id="name">{title}</h1>
            <label>Stage <select id="stages"></select></label>
            <label>Reach from <select id="source"></select></label>
            <label>Search <input id="search" type="search" autocomplete="off" aria-keyshortcuts="/"></label>
            <span role="group" aria-label="Zoom"><button id="in" aria-label="Zoom in" aria-keyshortcuts="+">+</button> <button id="out" aria-label="Zoom out" aria-keyshortcuts="-">−</button> <button id="fit" aria-keyshortcuts="0">Fit</button></span>
            </header>
            <main>
            <div id="canvas" tabindex="0" role="group" aria-label="Picture: arrows move it, + and - zoom, Tab goes from component to component">
            <svg id="tips" aria-hidden="true">{SvgStyle.Markers}</svg>

            """.ReplaceLineEndings("\n"));
        for (int i = 0; i < pictures.Count; i++)
        {
            Picture picture = pictures[i].Picture;
            page.Append(CultureInfo.InvariantCulture, $"<svg class=\"picture\" data-width=\"{picture.Width:0.##}\" data-height=\"{picture.Height:0.##}\" font-family=\"{Xml.Escape(TextSize.Fonts)}\"{(i == 0 ? "" : " hidden")}>\n");
            page.Append(SvgWriter.WriteContent(picture)).Append("</svg>\n");
        }

        page.Append("</div>\n<aside id=\"facts\" tabindex=\"0\" aria-label=\"Facts\"></aside>\n</main>\n<div id=\"live\" class=\"silent\" aria-live=\"polite\"></div>\n");
        page.Append("<script type=\"application/json\" id=\"data\">").Append(JsonSerializer.Serialize(pictures.Select(static one => one.Data), Options)).Append("</script>\n");
        page.Append("<script>").Append(script).Append("</script>\n</body>\n</html>\n");
        return page.ToString();
    }

    private static string Hash(string text) => "sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static string Resource(string name)
    {
        using StreamReader reader = new(typeof(ViewPage).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
