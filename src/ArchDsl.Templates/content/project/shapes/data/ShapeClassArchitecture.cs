using ArchDsl;

namespace Template._1;

/// <summary>What holds data, and tells of it: nothing here can be reached from the internet.</summary>
[Architecture("STACK-NAME")]
#if (stages)
[Stage("dev"), Stage("prod")]
#endif
[Vpc]
[Forbid<Template__1Architecture>(Zone.Internet)]
public partial class Template__1Architecture
{
    [S3]
    public partial class Logs;

    [S3]
    [AccessLogs<Logs>]
    public partial class Files;

    [DynamoDb]
    public partial class Table;

    [Topic(Encrypted = true)]
    public partial class Events;

    [IsolatedSubnet]
    public partial class Data
    {
        [Rds(MultiAz = true)]
#if (stages)
        [Rds(InstanceType = "m7g.large", BackupRetentionDays = 30, Stage = "prod")]
#endif
        public partial class Database;
    }
}
