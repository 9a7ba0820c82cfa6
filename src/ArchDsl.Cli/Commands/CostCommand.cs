using System.CommandLine;
using System.Globalization;
using ArchDsl.Cli.Costs;
using ArchDsl.Cli.Input;
using ArchDsl.Model;

namespace ArchDsl.Cli.Commands;

/// <summary>Says what an architecture costs a month.</summary>
internal sealed class CostCommand : ToolCommand
{
    private readonly Option<bool> csv = new("--csv") { Description = "Writes every quantity and price as CSV, for a spreadsheet or a pricing calculator." };

    private readonly Option<decimal?> max = new("--max")
    {
        Description = "Ends with exit code 1 where the estimate is above this many US dollars a month.",
        HelpName = "usd",
        CustomParser = static result =>
        {
            if (decimal.TryParse(result.Tokens[0].Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal most))
            {
                return most;
            }

            result.AddError($"'{result.Tokens[0].Value}' is no number of US dollars, such as 250 or 99.50.");
            return null;
        },
    };

    public CostCommand(Terminal terminal)
        : base("cost", "Estimates what an architecture costs a month: whatever stands all the time, at public prices. Traffic, requests and stored data come on top.", terminal)
    {
        TakeArchitecture();
        Options.Add(csv);
        Options.Add(max);
        TakeOutput();
    }

    protected override int Execute(ParseResult arguments)
    {
        BuiltProject project = Project(arguments);
        ArchitectureManifest manifest = Architecture(project, arguments);
        ManifestStage stage = Stage(manifest, arguments);
        if (WantsJson(arguments) && arguments.GetValue(csv))
        {
            throw new ToolException(ExitCode.Usage, "--json and --csv are two forms of the same: choose one.");
        }

        if (WantsJson(arguments))
        {
            WriteJson(stage.Cost, arguments);
        }
        else if (arguments.GetValue(csv))
        {
            Write(CostCsv.Of(stage.Cost), arguments);
        }
        else
        {
            Write(console => CostView.Show(console, manifest, stage), arguments);
        }

        if (arguments.GetValue(max) is not { } most || stage.Cost.Usd <= most)
        {
            return ExitCode.Ok;
        }

        Terminal.Note($"The estimate of {CostEstimate.Text(stage.Cost.Usd)} is above {CostEstimate.Text(most)}.");
        return ExitCode.Findings;
    }
}
