namespace Ethics.Crm.Tests.Origins;

/// <summary>Guarded by the generator; each member says something else of its age and source.</summary>
[DataSubject("contact")]
public partial class Prospect
{
    [DataSubjectId]
    public int Id { get; set; }

    [DataCategory("contact.email"), CollectedAt(nameof(EmailAt))]
    public partial string Email { get; set; } = "value";

    public DateTimeOffset? EmailAt { get; set; }

    [DataCategory("contact.email"), CollectedAt(nameof(DayAt))]
    public partial string ByDay { get; set; } = "value";

    public DateOnly DayAt { get; set; }

    [DataCategory("contact.email"), CollectedAt(nameof(GuardedAt))]
    public partial string ByGuarded { get; set; } = "value";

    [DataCategory("contact.age"), CollectedFor("billing")]
    public partial DateTime GuardedAt { get; set; }

    [DataCategory("contact.email"), CollectedAt("Nowhere")]
    public partial string OfNoTime { get; set; } = "value";

    [DataCategory("contact.email"), CollectedFrom("bought-list")]
    public partial string Bought { get; set; } = "value";

    [DataCategory("contact.email"), CollectedFrom("web-form")]
    public partial string Given { get; set; } = "value";

    [DataCategory("contact.email"), CollectedFrom("hearsay")]
    public partial string Heard { get; set; } = "value";

    [DataCategory("contact.email")]
    public partial string Plain { get; set; } = "value";

    /// <summary>Not guarded: asked beside its getter.</summary>
    [DataCategory("contact.email"), CollectedAt(nameof(EmailAt))]
    public string Nickname { get; set; } = "value";

    /// <summary>Not guarded either.</summary>
    [DataCategory("contact.email"), CollectedFrom("bought-list")]
    public string Company { get; set; } = "value";
}

/// <summary>A value says when, too.</summary>
[DataSubject("contact")]
public partial struct Reply
{
    public Reply()
    {
    }

    [DataSubjectId]
    public int Id { get; set; }

    [DataCategory("contact.email"), CollectedAt(nameof(At))]
    public partial string Text { get; set; } = "value";

    public DateTime At { get; set; }
}
