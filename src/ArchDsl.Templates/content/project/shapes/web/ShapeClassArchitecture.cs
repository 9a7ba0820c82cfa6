using ArchDsl;

namespace Template._1;

/// <summary>Internet -> load balancer (public) -> service (private) -> database (isolated).</summary>
[Architecture("STACK-NAME")]
#if (stages)
[Stage("dev"), Stage("prod")]
#endif
[Vpc]
[Forbid<Data>(Zone.Internet, Except = typeof(App.Api))]
public partial class Template__1Architecture
{
    [S3]
    public partial class Logs;

    [PublicSubnet]
    public partial class Public
    {
        [Alb]
        [HttpListener(80)]
        [RoutesTo<App.Api>(HealthCheckPath = "/")]
        [AccessLogs<Logs>]
        [AcceptRisk("ARCH1020", Reason = "No domain yet: an [HttpsListener<T>] with a [Certificate] takes its place.")]
        public partial class LoadBalancer;
    }

    [PrivateSubnet]
    public partial class App
    {
        [Fargate(Image = "public.ecr.aws/nginx/nginx:1.27", Port = 80, DesiredCount = 2)]
#if (stages)
        [Fargate(Cpu = 1024, MemoryMiB = 2048, Stage = "prod")]
#endif
        [Uses<Data.Database>] // DB_HOST, DB_PORT, DB_NAME, DB_USER and DB_PASSWORD
        public partial class Api;
    }

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
