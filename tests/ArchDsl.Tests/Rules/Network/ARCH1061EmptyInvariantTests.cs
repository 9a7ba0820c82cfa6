namespace ArchDsl.Tests.Rules.Network;

public sealed class ARCH1061EmptyInvariantTests : RuleTests
{
    private const string Cure = "Name two ends, and an Except that leaves something of both.";

    [Theory]
    [InlineData("Forbid<Api, Api>", "[Forbid<Api, Api>] checks nothing: its paths would begin and end at Api.")]
    [InlineData("Forbid<Data.Database>(Zone.Internet, Except = typeof(Data.Database))", "[Forbid<Database>(Zone.Internet, Except = typeof(Database))] checks nothing: Except leaves out all of Database.")]
    [InlineData("Forbid<Data>(Zone.Internet, Except = typeof(Shop))", "[Forbid<Data>(Zone.Internet, Except = typeof(Shop))] checks nothing: Except leaves out all of Data.")]
    [InlineData("Forbid<Api, Data>(Except = typeof(Api))", "[Forbid<Api, Data>(Except = typeof(Api))] checks nothing: Except leaves out all of Api.")]
    [InlineData("Forbid<Data, Data.Database>", "[Forbid<Data, Database>] checks nothing: its paths would begin and end at Database.")]
    public Task InvariantWithoutPaths_IsReported(string forbid, string message) =>
        VerifyAsync(Program($"{{|#0:{forbid}|}}"), [Finding($"{message} {Cure}", 0)]);

    [Theory]
    [InlineData("Forbid<Data>(Zone.Internet)")]
    [InlineData("Forbid<Api, Data>(Except = typeof(Worker))")]
    [InlineData("Forbid<Data, Shop>")]
    public Task InvariantWithTwoEnds_IsNotReported(string forbid) => VerifyAsync(Program(forbid));

    private static string Program(string forbid) => $$"""
        [Vpc, {{forbid}}]
        public partial class Shop
        {
            [PublicSubnet, Fargate(Image = "i")] public partial class Api;
            [PublicSubnet, Fargate(Image = "i")] public partial class Worker;
            [IsolatedSubnet] public partial class Data
            {
                [Rds] public partial class Database;
            }
        }
        """;
}
