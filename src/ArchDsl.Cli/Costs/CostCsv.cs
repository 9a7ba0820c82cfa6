using System.Globalization;
using System.Text;
using ArchDsl.Model;

namespace ArchDsl.Cli.Costs;

/// <summary>Costs as CSV: services by their codes in the AWS Price List, numbers with a point. What depends on usage has no quantity, and what is unknown no price.</summary>
internal static class CostCsv
{
    public static string Of(ManifestCost cost)
    {
        StringBuilder text = new("class,service,item,unit,quantity,usd per unit,usd a month\n");
        foreach (ManifestClassCost node in cost.Classes)
        {
            foreach (ManifestCharge charge in node.Charges)
            {
                text.Append(CultureInfo.InvariantCulture, $"{Field(node.Path)},{Field(charge.Service)},{Field(charge.Item)},{Field(charge.Unit)},{charge.Quantity},{charge.Price},{charge.Usd}\n");
            }
        }

        return text.ToString();
    }

    // https://www.rfc-editor.org/rfc/rfc4180
    private static string Field(string value) => value.AsSpan().IndexOfAny(",\"\n\r") < 0 ? value : $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
