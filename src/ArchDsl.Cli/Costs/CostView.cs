using System.Globalization;
using ArchDsl.Model;
using Spectre.Console;

namespace ArchDsl.Cli.Costs;

/// <summary>Costs for people: a table with each class, what it is charged for, and the sum.</summary>
internal static class CostView
{
    public static void Show(IAnsiConsole console, ArchitectureManifest manifest, ManifestStage stage)
    {
        ManifestCost cost = stage.Cost;
        Spectre.Console.Table table = new() { Border = TableBorder.Simple };
        table.AddColumn(new TableColumn(Markup.Escape(stage.Name is null ? manifest.Name : $"{manifest.Name} ({stage.Name})")));
        table.AddColumn("What");
        table.AddColumn(new TableColumn("Quantity a month").RightAligned());
        table.AddColumn(new TableColumn("Price").RightAligned());
        table.AddColumn(new TableColumn("USD a month").RightAligned());
        foreach (ManifestClassCost node in cost.Classes)
        {
            string name = node.Path.Length == 0 ? manifest.TypeName : node.Path;
            foreach (ManifestCharge charge in node.Charges)
            {
                table.AddRow(
                    Markup.Escape(name),
                    Markup.Escape(charge.Item),
                    Markup.Escape(charge.Quantity is { } quantity ? $"{Number(quantity)} {charge.Unit}" : "by usage"),
                    Markup.Escape(charge.Price is { } price ? $"{Number(price)} per {charge.Unit}" : "unknown"),
                    Markup.Escape(charge.Usd is { } usd ? CostEstimate.Text(usd) : charge.Quantity is null ? "by usage" : "unknown"));
                name = "";
            }
        }

        table.AddRow("", "", "", "[bold]Total[/]", $"[bold]{CostEstimate.Text(cost.Usd)}[/]");
        console.Write(table);
        console.WriteLine(Basis(cost));
    }

    private static string Basis(ManifestCost cost) => string.Concat(
        $"An estimate, at public prices on demand{(cost.Foreign ? $" of {PriceTable.DefaultRegion} (the stack stands elsewhere, or nowhere yet)" : "")}",
        cost.OldestPrice is null ? "" : $", found between {cost.OldestPrice} and {cost.NewestPrice}",
        ". Traffic, requests and stored data come on top.",
        cost.Unknown == 0 ? "" : $" Without {cost.Unknown} price{(cost.Unknown == 1 ? "" : "s")} that no public source was found for.");

    private static string Number(decimal number) => number.ToString("#,##0.########", CultureInfo.InvariantCulture);
}
