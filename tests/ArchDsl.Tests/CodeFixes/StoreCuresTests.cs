using ArchDsl.CodeFixes;
using ArchDsl.Model;

namespace ArchDsl.Tests.CodeFixes;

/// <summary>The cures of the rules about data stores.</summary>
public sealed class StoreCuresTests
{
    [Theory]
    [InlineData("[{|ARCH4001:Rds|}]", "[Rds(MultiAz = true)]")]
    [InlineData("[Rds(Engine.MySql, \"8.4\", {|ARCH4001:MultiAz = false|}, Port = 4000)]", "[Rds(Engine.MySql, \"8.4\", MultiAz = true, Port = 4000)]")]
    [InlineData("[{|ARCH4001:ElastiCache|}]", "[ElastiCache(Nodes = 2)]")]
    [InlineData("[ElastiCache({|ARCH4001:Nodes = 1|}, Auth = true)]", "[ElastiCache(Nodes = 2, Auth = true)]")]
    public Task SingleZone_GetsAStandby(string attribute, string fixedAttribute) => VerifyAsync("ARCH4001", Cure.SetArgument, attribute, fixedAttribute);

    [Theory]
    [InlineData("[{|ARCH2020:ElastiCache|}]", "[ElastiCache(Auth = true)]")]
    [InlineData("[ElastiCache(CacheEngine.Redis, \"7.1\", {|ARCH2020:Auth = false|})]", "[ElastiCache(CacheEngine.Redis, \"7.1\", Auth = true)]")]
    public Task CacheWithoutAuthentication_GetsAToken(string attribute, string fixedAttribute) => VerifyAsync("ARCH2020", Cure.SetArgument, attribute, fixedAttribute);

    [Fact]
    public Task OnlyTheStageAtFault_GetsAStandby() => VerifyAsync(
        "ARCH4001",
        Cure.SetArgument,
        "[Stage(\"dev\"), Stage(\"prod\")]\n[Rds(MultiAz = true)]\n[Rds({|ARCH4001:MultiAz = false|}, Stage = \"dev\")]",
        "[Stage(\"dev\"), Stage(\"prod\")]\n[Rds(MultiAz = true)]\n[Rds(MultiAz = true, Stage = \"dev\")]");

    [Fact]
    public Task DestroyedData_IsKept() => VerifyAsync(
        "ARCH2004", Cure.RemoveAttribute, "[Rds, {|ARCH2004:Removal(Removal.Destroy)|}] // Orders.", "[Rds] // Orders.");

    [Fact]
    public Task DestroyedDataOfAStage_IsKeptInIt() => VerifyAsync(
        "ARCH2004",
        Cure.RemoveAttribute,
        "[Stage(\"dev\"), Stage(\"prod\")]\n[Rds]\n[{|ARCH2004:Removal(Removal.Destroy, Stage = \"dev\")|}]",
        "[Stage(\"dev\"), Stage(\"prod\")]\n[Rds]");

    [Theory]
    [InlineData("ARCH2003", "[DynamoDb({|ARCH2003:PointInTimeRecovery = false|}, SortKey = \"time\")]", "[DynamoDb(SortKey = \"time\")]")]
    [InlineData("ARCH2005", "[Rds({|ARCH2005:BackupRetentionDays = 3|})]", "[Rds]")]
    [InlineData("ARCH2007", "[Rds({|ARCH2007:Username = \"postgres\"|}, Port = 15432)]", "[Rds(Port = 15432)]")]
    [InlineData("ARCH2021", "[ElastiCache(Nodes = 2, {|ARCH2021:SnapshotRetentionDays = 0|})]", "[ElastiCache(Nodes = 2)]")]
    public Task WeakenedValue_GoesBackToItsDefault(string id, string attribute, string fixedAttribute) => VerifyAsync(id, Cure.RemoveArgument, attribute, fixedAttribute);

    private static Task VerifyAsync(string id, Cure cure, string attributes, string fixedAttributes) =>
        CodeFix<CureCodeFixProvider>.VerifyAsync(CureCodeFixProvider.EquivalenceKey(id, cure), Program(attributes), Program(fixedAttributes));

    private static string Program(string attributes) => $"[Vpc, PrivateSubnet]\n{attributes}\npublic partial class Store;\n";
}
