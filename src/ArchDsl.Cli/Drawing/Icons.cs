using System.Globalization;

namespace ArchDsl.Cli.Drawing;

/// <summary>Signs for categories, drawn for ArchDsl in a square of 24.</summary>
internal static class Icons
{
    /// <summary>An icon.</summary>
    public static string Draw(Category category, double x, double y, double size) => string.Create(
        CultureInfo.InvariantCulture,
        $"<g class=\"icon\" transform=\"translate({x:0.##},{y:0.##}) scale({size / 24:0.###})\"><path d=\"{Lines(category)}\"/></g>");

    private static string Lines(Category category) => category switch
    {
        // A globe.
        Category.Internet => "M12 2.5a9.5 9.5 0 1 0 0 19a9.5 9.5 0 1 0 0 -19M2.5 12h19M12 2.5c-7 6 -7 13 0 19c7 -6 7 -13 0 -19",
        // One way that becomes three.
        Category.LoadBalancer => "M2 12h6M8 12c4 0 4 -7 8 -7h5M8 12h13M8 12c4 0 4 7 8 7h5M18.5 2.5l2.5 2.5l-2.5 2.5M18.5 9.5l2.5 2.5l-2.5 2.5M18.5 16.5l2.5 2.5l-2.5 2.5",
        // A chip.
        Category.Compute => "M6 6h12v12h-12zM9.5 9.5h5v5h-5zM9 3v3M15 3v3M9 18v3M15 18v3M3 9h3M3 15h3M18 9h3M18 15h3",
        // A cylinder.
        Category.Database => "M4 5.5c0 -4 16 -4 16 0v13c0 4 -16 4 -16 0zM4 5.5c0 4 16 4 16 0M4 12c0 4 16 4 16 0",
        // A cylinder with a bolt.
        Category.Cache => "M4 5.5c0 -4 16 -4 16 0v13c0 4 -16 4 -16 0zM4 5.5c0 4 16 4 16 0M13 10.5l-3.5 4.5h5l-3.5 4.5",
        // A bucket.
        Category.Storage => "M3.5 5.5c0 -3.5 17 -3.5 17 0l-2.5 14c-.5 2.5 -11.5 2.5 -12 0zM3.5 5.5c0 3.5 17 3.5 17 0",
        // A key.
        Category.Secret => "M7.5 9.5a4.5 4.5 0 1 0 .01 0M11 11l9.5 -7M17 6.8l2.5 3.2M14 9l2 2.6",
        // A seal.
        Category.Certificate => "M4 3h16v12h-16zM7.5 7h9M7.5 11h4M16 13.5a2.5 2.5 0 1 0 .01 0M14.5 18v4l1.5 -1.2l1.5 1.2v-4",
        // A letter.
        Category.Messaging => "M2.5 5h19v14h-19zM2.5 5.5l9.5 8l9.5 -8",
        // A crate.
        Category.Registry => "M12 2l9 5v10l-9 5l-9 -5v-10zM3 7l9 5l9 -5M12 12v10",
        // A way through a wall.
        Category.Gateway => "M8 3h8v18h-8zM2 12h18M16.5 8.5l3.5 3.5l-3.5 3.5",
        // A plug.
        Category.Endpoint => "M8 2v6M16 2v6M5 8h14v3c0 8 -14 8 -14 0zM12 17v5",
        _ => "M12 2.5l8.5 5v9l-8.5 5l-8.5 -5v-9z",
    };
}
