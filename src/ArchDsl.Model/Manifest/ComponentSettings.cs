using System.Collections;
using System.Globalization;
using System.Reflection;

namespace ArchDsl.Model;

/// <summary>The settings of a component as names and values: the properties of its record, in their order, so that no kind needs a list of its own.</summary>
internal static class ComponentSettings
{
    /// <summary>The settings of a component. What is not set is left out, and so are places in the source and texts of several lines.</summary>
    public static IEnumerable<ManifestSetting> Of(Component component) => Members(component, "");

    private static IEnumerable<ManifestSetting> Members(object record, string prefix) =>
        from property in ManifestJson.PropertiesOf(record.GetType())
        where (Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType) != typeof(Origin)
        let value = property.GetValue(record)
        where value is not null
        from setting in Setting(prefix + property.Name, value)
        select setting;

    private static IEnumerable<ManifestSetting> Setting(string name, object value)
    {
        if (Text(value) is { } text)
        {
            return text.Length == 0 || text.Contains('\n') ? [] : [new ManifestSetting(name, text)];
        }

        if (value is not IEnumerable items)
        {
            return Members(value, name + ".");
        }

        List<object> all = [.. items.Cast<object>()];
        return all.Count == 0 ? []
            : all.All(static item => Text(item) is not null) ? [new ManifestSetting(name, string.Join(", ", all.Select(Text)))]
            : all.SelectMany((item, i) => Members(item, $"{name}[{i.ToString(CultureInfo.InvariantCulture)}]."));
    }

    private static string? Text(object value) => value switch
    {
        string text => text,
        bool truth => truth ? "true" : "false",
        Enum member => member.ToString(),
        NodePath path => path.Value,
        int or double => ((IFormattable)value).ToString(null, CultureInfo.InvariantCulture),
        _ => null,
    };
}
