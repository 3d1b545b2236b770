using System.Reflection;
using Ethics.Crm.TestKit;
using Ethics.Crm.Weaver.Tests.Harness;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.Extensions.DependencyInjection;

namespace Ethics.Crm.Parity.Tests.Guards;

/// <summary>Who is contacted in a contact scope: a woven model asks what the guarded one asks.</summary>
[Collection(OneHostAtATime.Name)]
public sealed class ContactParityTests
{
    private static readonly string Policy = ModelRun.Policy.Replace("\"Answer your questions\", \"basis\": \"contract\"", "\"Answer your questions\", \"basis\": \"contract\", \"channels\": [\"email\"], \"frequency\": \"1/P1D\"", StringComparison.Ordinal);

    [Theory]
    [InlineData("class")]
    [InlineData("struct")]
    public void WovenModel_ContactsWhomTheGuardedOneContacts(string kind)
    {
        var guarded = Run(GeneratedModel.Of(Program(kind, "partial "), Policy));
        using var woven = WovenModel.Of(Program(kind, ""), LanguageVersion.CSharp14, Policy);

        Assert.Equal("value value value Frequency NotPermitted value", guarded);
        Assert.Equal(guarded, Run(woven.Assembly));
    }

    private static string Program(string kind, string partial) =>
        $$"""
        using Ethics.Crm;
        namespace Acme
        {
            [DataSubject("contact")] public {{partial}}{{kind}} Contact { [DataSubjectId] public int Id { get; set; } [DataCategory("contact.email")] public {{partial}}string Email { get; set; } }
            public static class Maker { public static object Make(int id) => new Contact { Id = id, Email = "value" }; }
        }
        """;

    private static string Run(Assembly model)
    {
        var make = model.GetType("Acme.Maker")!.GetMethod("Make")!.CreateDelegate<Func<int, object>>();
        using var application = new Application(Policy);
        var scopes = application.Services.GetRequiredService<IContactScopes>();
        var answers = new List<string>();
        In("email", 7, 7, 8);
        In("email", 7);
        In("post", 9);
        In("email", 9);
        return string.Join(" ", answers);

        void In(string channel, params int[] people)
        {
            using (scopes.Enter("support", channel))
                answers.AddRange(people.Select(id => ModelRun.In("support", make(id)).Split(' ')[0]));
        }
    }
}
