using System.Text.Json;
using ArchDsl.Harness;
using ArchDsl.Manifest;
using ArchDsl.Model;
using ArchDsl.Tests.Fuzzing;
using Json.Schema;

namespace ArchDsl.Tests.Manifest;

/// <summary>What a manifest says, and that it is read as it was written.</summary>
public sealed class ManifestTests
{
    private const string SchemaFile = "docs/manifest.schema.json";

    private static readonly Lazy<JsonSchema> Schema = new(static () => JsonSchema.FromText(ManifestSchema.Write()));

    public static TheoryData<string> Samples => [.. TestProgram.Samples];

    [Fact]
    public void Schema_IsPublished() => GeneratedText.Matches(SchemaFile, static _ => ManifestSchema.Write());

    [Theory]
    [MemberData(nameof(Samples))]
    public void Sample_IsReadAsItWasWritten(string name) => RoundTrip(Build(TestProgram.Declare(TestProgram.OfSample(name))));

    [Fact]
    public void RandomArchitecture_IsReadAsItWasWritten()
    {
        int count = Seed.Count(20, 2000);
        for (int seed = Seed.First; seed < Seed.First + count; seed++)
        {
            SolutionState state = TestProgram.Of();
            foreach ((string path, string text) in RandomArchitecture.Make(seed).Files("Fuzz"))
            {
                state.Sources.Add((path, text));
            }

            state.MarkupHandling = MarkupMode.None;
            if (ManifestBuilder.Build(AnalyzedArchitecture.InStages(TestProgram.Declare(state), [], CancellationToken.None), CancellationToken.None) is { } manifest)
            {
                RoundTrip(manifest);
            }
        }
    }

    [Fact]
    public void HostileStrings_StayStrings()
    {
        string[] texts = [.. RandomArchitecture.Texts, "\0", "\ud800", "a\udc00b", "</script>", "\u2028"];
        string tags = string.Concat(texts.Select((text, i) => $"[Tag(\"key{i}\", {CSharpLiteral.Of(text)})]\n"));
        ArchitectureManifest manifest = Build(TestProgram.Declare($"[Architecture(\"shop\")]\n{tags}public partial class Shop {{ [S3] public partial class Images; }}"));

        ArchitectureManifest read = ManifestReader.Parse(ManifestJson.Write(manifest));

        Assert.Equal(
            texts.Select(static text => text.Replace("\ud800", "\ufffd", StringComparison.Ordinal).Replace("a\udc00b", "a\ufffdb", StringComparison.Ordinal)),
            read.Stages[0].Tags.Select(static tag => tag.Value));
    }

    [Fact]
    public void Facts_AreThere()
    {
        ManifestStage stage = Build(TestProgram.Declare("""
            [Architecture("shop", Region = "eu-west-1")]
            [Vpc("10.1.0.0/16")]
            public partial class Shop
            {
                [PublicSubnet]
                public partial class Public
                {
                    [Alb, HttpListener, RoutesTo<Api>]
                    [AcceptRisk("ARCH1020", Reason = "No domain yet.", Until = "2099-01-01")]
                    public partial class Lb;

                    [Fargate(Image = "public.ecr.aws/nginx/nginx:1.27", Port = 8080)]
                    [Uses<Database>, Uses<Images>(Access.ReadWrite), Env("MODE", "live")]
                    public partial class Api;
                }

                [IsolatedSubnet]
                [Rds(Engine.Postgres, "17", Name = "shop-db", StorageGiB = 50)]
                public partial class Database;

                [S3]
                public partial class Images;
            }
            """)).Stages.Single();

        Assert.Equal("eu-west-1", stage.Region);
        Assert.Equal(["10.1.0.0/16"], stage.Networks.Single().Cidrs);
        ManifestComponent database = stage.Component("Database")!;
        Assert.Equal(("Rds", "database", "shop-db", "50"), (database.Attribute, database.Kind, database.PhysicalName, database.Setting("StorageGiB")));
        Assert.Equal(("Public.Api", "Public/Api"), (stage.Component("Public.Api")!.Path, stage.Component("Public.Api")!.ConstructPath));

        Assert.Equal(
            ["Internet -> Public.Lb:80 declared", "Public.Api -> Database:5432 declared", "Public.Lb -> Public.Api:8080 declared"],
            stage.Connections.Where(static c => c.Declared).Select(static c => $"{(c.Internet ? "Internet" : c.From.Single())} -> {c.To.Single()}:{c.Ports} declared").Order(StringComparer.Ordinal));
        Assert.Contains("Internet -> Lb:80 -> Api:8080 -> Database:5432", stage.InternetPaths.Select(static p => p.Text));

        ManifestSecurityRule rule = stage.SecurityGroup("Database")!.Rules.Single();
        Assert.Equal(("Public.Api", new ManifestOrigin("Public.Api", "[Uses<Database>]", null)), (rule.Peer, rule.Origins.Single()));

        ManifestVariable password = stage.Environment.Single(static v => v.Name == "DB_PASSWORD");
        Assert.True(password is { Secret: true, Source: "Database", Field: "password", Text: null });
        Assert.Equal("live", stage.Environment.Single(static v => v.Name == "MODE").Text);

        ManifestFinding accepted = stage.Findings.Single(static f => f.Id == "ARCH1020");
        Assert.True(accepted is { Accepted: true, Reason: "No domain yet.", Until: "2099-01-01", Path: "Public.Lb", Severity: Severity.Warning });
        Assert.Contains("Lb", accepted.Message, StringComparison.Ordinal);
    }

    // Rules for ranges open the pairs of many components: the manifest names each of them once or twice, not once for each other.
    [Fact]
    public void Size_GrowsWithTheComponents()
    {
        int small = Size(100);
        int large = Size(1000);

        Assert.True(large < small * 12, $"{small} characters for 100 components, {large} for 1,000.");
        Assert.True(large < 6_000_000, $"{large} characters for 1,000 components.");

        static int Size(int count) => ManifestJson.Write(Build(TestProgram.Declare($$"""
            [Vpc("10.0.0.0/16")]
            public partial class Shop
            {
                [PublicSubnet]
                public partial class Public
                {
            {{string.Concat(Enumerable.Range(0, count / 2).Select(static i => $"[Fargate(Image = \"nginx\", Port = 8080), Ingress(\"10.0.0.0/16\", 8080)] public partial class Api{i};\n"))}}
            {{string.Concat(Enumerable.Range(0, count / 2).Select(static i => $"[Alb, HttpListener, RoutesTo<Api{i}>] public partial class Lb{i};\n"))}}
                }
            }
            """))).Length;
    }

    private static ArchitectureManifest Build(ArchitectureDeclaration declaration) => ManifestBuilder.Build(AnalyzedArchitecture.InStages(declaration, [], CancellationToken.None), CancellationToken.None)! with { Sources = EquatableArray.Of(new ManifestSource("", "Shop.cs", 3)) };

    private static void RoundTrip(ArchitectureManifest manifest)
    {
        string json = ManifestJson.Write(manifest);
        EvaluationResults results = Schema.Value.Evaluate(JsonDocument.Parse(json).RootElement, new EvaluationOptions { OutputFormat = OutputFormat.List });
        Assert.True(results.IsValid, string.Join("\n", results.Details!.Where(static d => d.Errors is not null).Select(static d => $"{d.InstanceLocation}: {string.Join(", ", d.Errors!.Values)}")));

        ArchitectureManifest read = ManifestReader.Parse(json);
        Assert.Equal(json, ManifestJson.Write(read));
        Assert.Equal(manifest, read);
    }
}
