using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text;

namespace ArchDsl.Model;

/// <summary>
/// Writes a manifest as JSON. A record is an object with its properties in their order; what is null or an empty list is left out. It knows
/// no record by name, so that the records alone say what a manifest is.
/// </summary>
/// <remarks>A JSON library would be a third-party assembly in the compiler. Tools read with System.Text.Json.</remarks>
public sealed class ManifestJson
{
    private readonly StringBuilder json = new();
    private readonly Dictionary<Type, IReadOnlyList<PropertyInfo>> properties = [];

    private ManifestJson()
    {
    }

    /// <summary>The JSON text, in one line.</summary>
    /// <param name="manifest">The manifest.</param>
    public static string Write(ArchitectureManifest manifest)
    {
        ManifestJson writer = new();
        writer.WriteValue(manifest);
        return writer.json.ToString();
    }

    /// <summary>The properties of a record that are data, in the order in which they are declared.</summary>
    internal static IReadOnlyList<PropertyInfo> PropertiesOf(Type record) =>
        [.. record.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly).Where(static p => p.CanWrite).OrderBy(static p => p.MetadataToken)];

    /// <summary>The name of a property in JSON.</summary>
    internal static string NameOf(PropertyInfo property) => char.ToLowerInvariant(property.Name[0]) + property.Name.Substring(1);

    private void WriteValue(object value)
    {
        switch (value)
        {
            case string text:
                WriteText(text);
                break;
            case bool truth:
                json.Append(truth ? "true" : "false");
                break;
            case Enum member:
                WriteText(member.ToString());
                break;
            case int number:
                json.Append(number.ToString(CultureInfo.InvariantCulture));
                break;
            case double number:
                json.Append(number.ToString("R", CultureInfo.InvariantCulture));
                break;
            case decimal number:
                json.Append(number.ToString(CultureInfo.InvariantCulture));
                break;
            case IEnumerable items:
                WriteList(items);
                break;
            default:
                WriteRecord(value);
                break;
        }
    }

    private void WriteList(IEnumerable items)
    {
        string separator = "[";
        foreach (object item in items)
        {
            json.Append(separator);
            WriteValue(item);
            separator = ",";
        }

        json.Append(']');
    }

    private void WriteRecord(object record)
    {
        if (!properties.TryGetValue(record.GetType(), out IReadOnlyList<PropertyInfo>? members))
        {
            properties[record.GetType()] = members = PropertiesOf(record.GetType());
        }

        json.Append('{');
        int start = json.Length;
        foreach (PropertyInfo member in members)
        {
            object? value = member.GetValue(record);
            if (value is null || value is not string && value is IEnumerable items && !items.GetEnumerator().MoveNext())
            {
                continue;
            }

            json.Append(json.Length == start ? "\"" : ",\"").Append(NameOf(member)).Append("\":");
            WriteValue(value);
        }

        json.Append('}');
    }

    private void WriteText(string text)
    {
        json.Append('"');
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            switch (c)
            {
                case '"' or '\\':
                    json.Append('\\').Append(c);
                    break;
                case < ' ':
                    json.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
                    break;
                case var _ when char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]):
                    json.Append(c).Append(text[++i]);
                    break;
                case var _ when char.IsSurrogate(c):
                    // Half a character is none: UTF-8, in which metadata holds text, cannot have it.
                    json.Append('\uFFFD');
                    break;
                default:
                    json.Append(c);
                    break;
            }
        }

        json.Append('"');
    }
}
