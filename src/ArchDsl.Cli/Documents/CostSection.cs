using System.Globalization;
using ArchDsl.Cli.Output;
using ArchDsl.Model;

namespace ArchDsl.Cli.Documents;

/// <summary>What it costs a month.</summary>
internal static class CostSection
{
    public static void Write(StageFacts facts, MarkdownWriter markdown)
    {
        ManifestCost cost = facts.Stage.Cost;
        markdown.Table(
            ["Class", "USD a month", "What for"],
            [
                .. cost.Classes.Select(node => new[]
                {
                    facts.Name(node.Path),
                    StageFacts.Text(node.Text),
                    string.Join("; ", node.Charges.Select(static charge => StageFacts.Text(Charge(charge)))),
                }),
                ["Total", StageFacts.Text(CostEstimate.Text(cost.Usd) + (cost.Unknown == 0 ? "" : $" and {cost.Unknown} unknown")), "what stands all the time"],
            ]);
        if (cost.OldestPrice is { } oldest)
        {
            markdown.Paragraph($"An estimate, at public prices on demand found between {oldest} and {cost.NewestPrice}{(cost.Foreign ? ", some of them of another region" : "")}. Traffic, requests and stored data come on top.");
        }
    }

    private static string Charge(ManifestCharge charge) =>
        charge.Quantity is { } quantity ? string.Create(CultureInfo.InvariantCulture, $"{charge.Item}: {quantity} {charge.Unit}") : $"{charge.Item}: by usage";
}
