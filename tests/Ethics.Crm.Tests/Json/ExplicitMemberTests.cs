using System.Text.Json;
using Ethics.Crm.Logging;
using Ethics.Crm.Tests.Fixtures;
using static Ethics.Crm.Tests.Fixtures.Reading;

namespace Ethics.Crm.Tests.Json;

/// <summary>The label of an interface's member governs the class that implements it under the interface's name alone: what is written, logged, bound and stored of it.</summary>
[Collection(OneHostAtATime.Name)]
public sealed class ExplicitMemberTests : IDisposable
{
    private static readonly JsonSerializerOptions Asking = new JsonSerializerOptions().UsePurposes();

    private readonly TestHost _host = new();

    public void Dispose() => _host.Dispose();

    [Fact]
    public void WrittenThroughItsInterface_ItIsAsked()
    {
        Assert.DoesNotContain("secret", JsonSerializer.Serialize<IReached>(new Card(), Asking), StringComparison.Ordinal);
        using (PurposeScope.Enter("billing"))
        {
            Assert.DoesNotContain("secret", JsonSerializer.Serialize<IReached>(new Card(), Asking), StringComparison.Ordinal);
            Assert.DoesNotContain("secret", JsonSerializer.Serialize<IReached>(new BusinessCard(), Asking), StringComparison.Ordinal);
            Assert.DoesNotContain("secret", JsonSerializer.Serialize<IReachedBy<string>>(new GenericCard<int>(), Asking), StringComparison.Ordinal);
        }

        using (PurposeScope.Enter("support"))
        {
            Assert.Contains("secret", JsonSerializer.Serialize<IReached>(new Card(), Asking), StringComparison.Ordinal);
            Assert.Contains("secret", JsonSerializer.Serialize<IReachedBy<string>>(new GenericCard<int>(), Asking), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void MemberOfTheSameName_OfAnotherInterface_IsLeftAlone()
    {
        using (PurposeScope.Enter("billing"))
        {
            Assert.Contains("public", JsonSerializer.Serialize<IPlain>(new Card(), Asking), StringComparison.Ordinal);
            Assert.DoesNotContain("secret", JsonSerializer.Serialize<IReached>(new Card(), Asking), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Logged_ItIsRedacted()
    {
        Assert.Equal("[Card: redacted]", LoggedValues.Redacted(new Card()));
        var plain = new PlainCard();
        Assert.Same(plain, LoggedValues.Redacted(plain));
    }

    [Fact]
    public async Task Bound_ItIsOpenedForItsPurposes()
    {
        IReached card = new Card();
        var bound = Bound.From(card, static one => one.Mail);
        using (PurposeScope.Enter("support"))
            Assert.Equal("secret", await bound.OpenAsync());
        Assert.Equal("NotPermitted", In("billing", () => bound.OpenAsync().GetAwaiter().GetResult()));
    }

    public interface IReached
    {
        [DataCategory("contact.email")]
        string Mail { get; }
    }

    public interface IReachedBy<T>
    {
        [DataCategory("contact.email")]
        T Mail { get; }
    }

    public interface IPlain
    {
        string Mail { get; }
    }

    [DataSubject("contact")]
    public class Card : IReached, IPlain
    {
        [DataSubjectId]
        public int Id => 7;

        string IReached.Mail => "secret";

        string IPlain.Mail => "public";

        public override string ToString() => ((IReached)this).Mail;
    }

    public sealed class BusinessCard : Card;

    [DataSubject("contact")]
    public sealed class GenericCard<T> : IReachedBy<string>
    {
        [DataSubjectId]
        public int Id => 7;

        string IReachedBy<string>.Mail => "secret";
    }

    public sealed class PlainCard : IPlain
    {
        string IPlain.Mail => "public";
    }
}
