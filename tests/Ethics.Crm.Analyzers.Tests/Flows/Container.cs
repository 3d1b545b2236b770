using Microsoft.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;

namespace Ethics.Crm.Analyzers.Tests.Flows;

/// <summary>Sources with a container: two books, of which one hands out what marketing may not have, and a mailer that works for marketing.</summary>
internal static class Container
{
    private const string Books = """
        public interface IBook { string Get(Contact c); }
        public sealed class TicketBook : IBook { public string Get(Contact c) => Mailer.Read(c); }
        public sealed class NewsBook : IBook { public string Get(Contact c) => c.Name; }
        """;

    /// <param name="registering">What <c>Startup.Add</c> does with the collection <c>s</c>, a flag <c>x</c> and a type <c>t</c> of which only the run time knows.</param>
    /// <param name="library">Source of another project that is referenced. Null for none.</param>
    public static Task VerifyAsync(string form, string registering, string types, string? library = null)
    {
        Assert.NotEmpty(form);
        return Rules.VerifyWithContactAsync(
            $$"""
            using System; using System.Collections.Generic; using System.Linq; using System.Threading.Tasks; using Acme.Crm; using Ethics.Crm; using Microsoft.Extensions.DependencyInjection; using Microsoft.Extensions.DependencyInjection.Extensions;
            #nullable enable
            public static class Mailer { [ForPurpose("marketing")] public static void Send(object? value) { } [ForPurpose("support")] public static string Read(Contact c) => c.Email; }
            {{Books}}
            static class Startup { public const string News = "news"; static void Add(IServiceCollection s, bool x, Type t) { {{registering}} } }
            {{types}}
            """,
            check =>
            {
                if (library is not null)
                {
                    check.TestState.AdditionalProjects["Library"].Sources.Add("#nullable enable\n" + library);
                    check.TestState.AdditionalProjectReferences.Add("Library");
                }

                foreach (var type in new[] { typeof(IServiceCollection), typeof(ServiceProvider) })
                {
                    var reference = MetadataReference.CreateFromFile(type.Assembly.Location);
                    check.TestState.AdditionalReferences.Add(reference);
                    if (library is not null)
                    {
                        check.TestState.AdditionalProjects["Library"].AdditionalReferences.Add(reference);
                    }
                }
            });
    }
}
