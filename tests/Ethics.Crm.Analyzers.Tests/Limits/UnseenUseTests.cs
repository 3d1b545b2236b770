namespace Ethics.Crm.Analyzers.Tests.Limits;

/// <summary>What the build does not see yet, as <c>docs/limits.md</c> lists it; an improvement breaks the test that shows it.</summary>
public sealed class UnseenUseTests
{
    [Fact]
    public Task Limit_OwnMembersOfARecord_AreNotReported() => Rules.VerifyAsync(
        """
        using Ethics.Crm;
        public record Card([property: DataCategory("contact.email"), CollectedFor("support")] string {|ECRM1106:Email|});
        [ForPurpose("marketing")]
        class Newsletter { bool M(Card a, Card b) => a == b || a.ToString() == "" || a.GetHashCode() == 0; }
        """);

    [Fact]
    public Task Limit_ClassSharedByPeopleAndThings_CarriesTheLabelForBoth() => Rules.VerifyAsync(
        """
        using Ethics.Crm;
        public class Address { [DataCategory("contact.phone"), CollectedFor("support")] public string Phone = ""; }
        public class Warehouse { public Address Address = new(); }
        [ForPurpose("billing")]
        class Stock { string M(Warehouse w) => w.Address.{|ECRM2001:Phone|}; }
        """);

    [Fact]
    public Task Limit_PurposeOfARouteGroupInAVariable_IsNotSeen() => Rules.VerifyWithContactAsync(
        """
        using Ethics.Crm;
        using Microsoft.AspNetCore.Builder;
        namespace Microsoft.AspNetCore.Builder
        {
            public class App { public App MapGroup(string path) => this; public App MapGet<T>(string path, System.Func<T, string> handler) => this; }
            public static class Conventions { public static App ForPurpose(this App app, params string[] purposes) => app; }
        }
        class Routes
        {
            void M(App app)
            {
                var group = app.MapGroup("/news").ForPurpose("marketing");
                group.MapGet("/", (Acme.Crm.Contact c) => c.Email);
            }
        }
        """);

    [Fact]
    public Task Limit_LambdaThatReachesRunThroughAVariable_TakesThePurposeOfItsSurroundings() => Rules.VerifyWithContactAsync(
        """
        using System; using System.Threading; using System.Threading.Tasks; using Acme.Crm; using Ethics.Crm;
        [ForPurpose("marketing")]
        public class Job
        {
            Task R(Contact c)
            {
                Func<CancellationToken, Task> f = _ => { Console.WriteLine(c.{|ECRM2001:Email|}.Length); return Task.CompletedTask; };
                return PurposeScope.{|ECRM1111:RunAsync|}("support", f);
            }
        }
        """);

    [Fact]
    public Task Limit_LambdaThatLeavesItsScope_IsJudgedAsInside() => Rules.VerifyWithContactAsync(
        """
        using System; using Acme.Crm; using Ethics.Crm;
        public class Job
        {
            Func<string> R(Contact c)
            {
                using (PurposeScope.Enter("support"))
                    return () => c.Email;
            }
        }
        """);
}
