using Ethics.Crm.Contacts;
using Ethics.Crm.Disclosures;
using Ethics.Crm.Runtime;

namespace Ethics.Crm.Decisions;

/// <summary>
/// An application while more is asked at each read than policy and people: because what is read leaves for a recipient, because somebody is contacted with it, or both. It holds also for code that opens a purpose of
/// its own inside.
/// </summary>
/// <param name="leaving">What leaves; null when nothing does.</param>
/// <param name="contact">The contact that reads belong to; null when nobody is contacted.</param>
internal sealed class JudgingHost(CrmHost application, LeavingContent? leaving, ContactUnderWay? contact) : GateHost
{
    public LeavingContent? Leaving => leaving;

    public ContactUnderWay? Contact => contact;

    public override bool IsRunning => application.IsRunning;

    public override bool JudgesEachRead => true;

    /// <summary>Nothing more joins a contact whose scope has been closed: what is opened then, by a task that has outlived it, is no part of it.</summary>
    public override GateHost ForLaterScopes => contact is { IsEnded: true } ? WithoutContact : this;

    public override void OnScopeClosed() => contact?.OnClosed();

    /// <summary>The same, where nobody is contacted.</summary>
    private GateHost WithoutContact => leaving is null ? application : new JudgingHost(application, leaving, null);

    private CrmHost Application => application;

    /// <summary>The application behind a host; null for none.</summary>
    public static CrmHost? ApplicationOf(GateHost? host) => host as CrmHost ?? (host as JudgingHost)?.Application;

    /// <summary>One under which something leaves for a recipient. Whom the running code contacts, it contacts with what it sends.</summary>
    public static JudgingHost Disclosing(CrmHost application, string recipient) => new(application, new LeavingContent(recipient), Around?.Contact);

    /// <summary>One under which somebody is contacted. What leaves around it still does.</summary>
    public static JudgingHost Contacting(CrmHost application, ContactUnderWay contact) => new(application, Around?.Leaving, contact);

    private static JudgingHost? Around => AmbientScope.Current?.Host as JudgingHost;

    public override ConsentSlot<TKey> Bind<TKey>(SubjectBinder<TKey> binder, TKey key) => application.Bind(binder, key);

    /// <summary>The same, with notes of its own of what leaves.</summary>
    public JudgingHost ForOneContent() => new(application, leaving is null ? null : new LeavingContent(leaving.Recipient), contact);
}
