SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;
CREATE SCHEMA ccm_rules;
CREATE FUNCTION ccm_rules.ccm_blob_kept() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$BEGIN IF false THEN RETURN NEW; END IF; RAISE EXCEPTION USING MESSAGE = 'ccm:unchangeable:blob'; END$$;
CREATE FUNCTION ccm_rules.ccm_blob_whole() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$BEGIN RAISE EXCEPTION USING MESSAGE = 'ccm:unchangeable:blob'; END$$;
CREATE FUNCTION ccm_rules.ccm_decision_counts_once() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$BEGIN PERFORM pg_advisory_xact_lock(hashtextextended('ccm review ' || NEW.review, 0)); IF NEW.kind = 'approved' AND EXISTS (SELECT 1 FROM decision d WHERE d.review = NEW.review AND d.kind = 'approved' AND (d.person IN (NEW.person, NEW.voter) OR d.voter IN (NEW.person, NEW.voter))) THEN RAISE EXCEPTION USING MESSAGE = 'ccm:counts-once:decision'; END IF; RETURN NEW; END$$;
CREATE FUNCTION ccm_rules.ccm_decision_decision_unknown() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$BEGIN PERFORM pg_advisory_xact_lock(hashtextextended('ccm review ' || NEW.review, 0)); IF NEW.kind NOT IN ('approved', 'rejected', 'withdrawn') THEN RAISE EXCEPTION USING MESSAGE = 'ccm:decision-unknown:decision'; END IF; RETURN NEW; END$$;
CREATE FUNCTION ccm_rules.ccm_decision_kept() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$BEGIN IF false THEN RETURN NEW; END IF; RAISE EXCEPTION USING MESSAGE = 'ccm:unchangeable:decision'; END$$;
CREATE FUNCTION ccm_rules.ccm_decision_no_reviewer() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$BEGIN PERFORM pg_advisory_xact_lock(hashtextextended('ccm review ' || NEW.review, 0)); IF NEW.kind <> 'withdrawn' AND NOT EXISTS (SELECT 1 FROM granted g WHERE g.person = NEW.voter AND g.organisation = NEW.organisation AND g.role = 'reviewer' AND g.step = NEW.step AND NOT EXISTS (SELECT 1 FROM grant_end e WHERE e.granted = g.id)) THEN RAISE EXCEPTION USING MESSAGE = 'ccm:no-reviewer:decision'; END IF; RETURN NEW; END$$;
CREATE FUNCTION ccm_rules.ccm_decision_not_submitter() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$BEGIN PERFORM pg_advisory_xact_lock(hashtextextended('ccm review ' || NEW.review, 0)); IF NEW.kind = 'withdrawn' AND NOT EXISTS (SELECT 1 FROM review r WHERE r.id = NEW.review AND r.submitted_by = NEW.person) AND NOT EXISTS (SELECT 1 FROM review_author a WHERE a.review = NEW.review AND a.person = NEW.person) THEN RAISE EXCEPTION USING MESSAGE = 'ccm:not-submitter:decision'; END IF; RETURN NEW; END$$;
CREATE FUNCTION ccm_rules.ccm_decision_other_subject() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$BEGIN PERFORM pg_advisory_xact_lock(hashtextextended('ccm review ' || NEW.review, 0)); IF NOT EXISTS (SELECT 1 FROM review r WHERE r.id = NEW.review AND r.subject = NEW.subject AND r.organisation = NEW.organisation) THEN RAISE EXCEPTION USING MESSAGE = 'ccm:other-subject:decision'; END IF; RETURN NEW; END$$;
CREATE FUNCTION ccm_rules.ccm_decision_own_submission() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$BEGIN PERFORM pg_advisory_xact_lock(hashtextextended('ccm review ' || NEW.review, 0)); IF NEW.kind <> 'withdrawn' AND EXISTS (SELECT 1 FROM review r WHERE r.id = NEW.review AND r.submitted_by IN (NEW.person, NEW.voter)) THEN RAISE EXCEPTION USING MESSAGE = 'ccm:own-submission:decision'; END IF; RETURN NEW; END$$;
CREATE FUNCTION ccm_rules.ccm_decision_own_work() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$BEGIN PERFORM pg_advisory_xact_lock(hashtextextended('ccm review ' || NEW.review, 0)); IF NEW.kind <> 'withdrawn' AND EXISTS (SELECT 1 FROM review_author a WHERE a.review = NEW.review AND a.person IN (NEW.person, NEW.voter)) THEN RAISE EXCEPTION USING MESSAGE = 'ccm:own-work:decision'; END IF; RETURN NEW; END$$;
CREATE FUNCTION ccm_rules.ccm_decision_review_over() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$BEGIN PERFORM pg_advisory_xact_lock(hashtextextended('ccm review ' || NEW.review, 0)); IF EXISTS (SELECT 1 FROM decision d WHERE d.review = NEW.review AND d.kind <> 'approved') OR EXISTS (SELECT 1 FROM publication p WHERE p.review = NEW.review) OR EXISTS (SELECT 1 FROM published_bundle p WHERE p.review = NEW.review) THEN RAISE EXCEPTION USING MESSAGE = 'ccm:review-over:decision'; END IF; RETURN NEW; END$$;
CREATE FUNCTION ccm_rules.ccm_decision_step_early() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$BEGIN PERFORM pg_advisory_xact_lock(hashtextextended('ccm review ' || NEW.review, 0)); IF NEW.kind = 'approved' AND EXISTS (SELECT 1 FROM review_step s, review_step n WHERE n.review = NEW.review AND n.step = NEW.step AND s.review = n.review AND s.place < n.place AND s.quorum > (SELECT count(DISTINCT d.voter) FROM decision d WHERE d.review = s.review AND d.step = s.step AND d.kind = 'approved')) THEN RAISE EXCEPTION USING MESSAGE = 'ccm:step-early:decision'; END IF; RETURN NEW; END$$;
CREATE FUNCTION ccm_rules.ccm_decision_step_unknown() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$BEGIN PERFORM pg_advisory_xact_lock(hashtextextended('ccm review ' || NEW.review, 0)); IF NEW.kind = 'approved' AND NOT EXISTS (SELECT 1 FROM review_step s WHERE s.review = NEW.review AND s.step = NEW.step) THEN RAISE EXCEPTION USING MESSAGE = 'ccm:step-unknown:decision'; END IF; RETURN NEW; END$$;
CREATE FUNCTION ccm_rules.ccm_decision_stranger() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$BEGIN PERFORM pg_advisory_xact_lock(hashtextextended('ccm review ' || NEW.review, 0)); IF NOT EXISTS (SELECT 1 FROM person p WHERE p.id = NEW.person AND p.organisation = NEW.organisation AND p.disabled = '') OR NOT EXISTS (SELECT 1 FROM person p WHERE p.id = NEW.voter AND p.organisation = NEW.organisation) THEN RAISE EXCEPTION USING MESSAGE = 'ccm:stranger:decision'; END IF; RETURN NEW; END$$;
CREATE FUNCTION ccm_rules.ccm_decision_whole() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$BEGIN RAISE EXCEPTION USING MESSAGE = 'ccm:unchangeable:decision'; END$$;
CREATE FUNCTION ccm_rules.ccm_entry_kept() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$BEGIN IF false THEN RETURN NEW; END IF; RAISE EXCEPTION USING MESSAGE = 'ccm:unchangeable:entry'; END$$;
CREATE FUNCTION ccm_rules.ccm_entry_whole() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$BEGIN RAISE EXCEPTION USING MESSAGE = 'ccm:unchangeable:entry'; END$$;
CREATE FUNCTION ccm_rules.ccm_grant_end_kept() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$BEGIN IF false THEN RETURN NEW; END IF; RAISE EXCEPTION USING MESSAGE = 'ccm:unchangeable:grant_end'; END$$;
CREATE FUNCTION ccm_rules.ccm_grant_end_whole() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$BEGIN RAISE EXCEPTION USING MESSAGE = 'ccm:unchangeable:grant_end'; END$$;
CREATE FUNCTION ccm_rules.ccm_granted_kept() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$BEGIN IF false THEN RETURN NEW; END IF; RAISE EXCEPTION USING MESSAGE = 'ccm:unchangeable:granted'; END$$;
CREATE FUNCTION ccm_rules.ccm_granted_whole() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$BEGIN RAISE EXCEPTION USING MESSAGE = 'ccm:unchangeable:granted'; END$$;
CREATE FUNCTION ccm_rules.ccm_head_kept() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$BEGIN IF false THEN RETURN NEW; END IF; RAISE EXCEPTION USING MESSAGE = 'ccm:unchangeable:head'; END$$;
CREATE FUNCTION ccm_rules.ccm_head_whole() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$BEGIN RAISE EXCEPTION USING MESSAGE = 'ccm:unchangeable:head'; END$$;
CREATE FUNCTION ccm_rules.ccm_log_kept() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$BEGIN IF TG_OP = 'UPDATE' AND NOT (NEW.organisation IS DISTINCT FROM OLD.organisation OR NEW.created IS DISTINCT FROM OLD.created OR NEW.key IS DISTINCT FROM OLD.key OR NEW.size < OLD.size) THEN RETURN NEW; END IF; RAISE EXCEPTION USING MESSAGE = 'ccm:unchangeable:log'; END$$;
CREATE FUNCTION ccm_rules.ccm_log_whole() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$BEGIN RAISE EXCEPTION USING MESSAGE = 'ccm:unchangeable:log'; END$$;
CREATE FUNCTION ccm_rules.ccm_person_kept() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$BEGIN IF TG_OP = 'UPDATE' AND NOT (NEW.id IS DISTINCT FROM OLD.id OR NEW.organisation IS DISTINCT FROM OLD.organisation OR NEW.login IS DISTINCT FROM OLD.login OR NEW.created IS DISTINCT FROM OLD.created) THEN RETURN NEW; END IF; RAISE EXCEPTION USING MESSAGE = 'ccm:unchangeable:person'; END$$;
CREATE FUNCTION ccm_rules.ccm_person_whole() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$BEGIN RAISE EXCEPTION USING MESSAGE = 'ccm:unchangeable:person'; END$$;
CREATE FUNCTION ccm_rules.ccm_postponement_begins_earlier() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$BEGIN IF EXISTS (SELECT 1 FROM publication p WHERE p.id = NEW.publication AND p.start >= NEW.start) OR EXISTS (SELECT 1 FROM postponement p WHERE p.publication = NEW.publication AND p.start >= NEW.start) THEN RAISE EXCEPTION USING MESSAGE = 'ccm:begins-earlier:postponement'; END IF; RETURN NEW; END$$;
CREATE FUNCTION ccm_rules.ccm_postponement_kept() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$BEGIN IF false THEN RETURN NEW; END IF; RAISE EXCEPTION USING MESSAGE = 'ccm:unchangeable:postponement'; END$$;
CREATE FUNCTION ccm_rules.ccm_postponement_no_publisher() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$BEGIN IF NOT EXISTS (SELECT 1 FROM granted g JOIN person p ON p.id = g.person WHERE g.person = NEW.person AND g.organisation = NEW.organisation AND g.role = 'publisher' AND p.disabled = '' AND NOT EXISTS (SELECT 1 FROM grant_end e WHERE e.granted = g.id)) THEN RAISE EXCEPTION USING MESSAGE = 'ccm:no-publisher:postponement'; END IF; RETURN NEW; END$$;
CREATE FUNCTION ccm_rules.ccm_postponement_whole() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$BEGIN RAISE EXCEPTION USING MESSAGE = 'ccm:unchangeable:postponement'; END$$;
CREATE FUNCTION ccm_rules.ccm_publication_begins_earlier() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$BEGIN PERFORM pg_advisory_xact_lock(hashtextextended('ccm review ' || NEW.review, 0)); IF EXISTS (SELECT 1 FROM review r WHERE r.id = NEW.review AND r.start > NEW.start) THEN RAISE EXCEPTION USING MESSAGE = 'ccm:begins-earlier:publication'; END IF; RETURN NEW; END$$;
CREATE FUNCTION ccm_rules.ccm_publication_kept() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$BEGIN IF false THEN RETURN NEW; END IF; RAISE EXCEPTION USING MESSAGE = 'ccm:unchangeable:publication'; END$$;
CREATE FUNCTION ccm_rules.ccm_publication_not_submitted() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$BEGIN PERFORM pg_advisory_xact_lock(hashtextextended('ccm review ' || NEW.review, 0)); IF NOT EXISTS (SELECT 1 FROM review_item i WHERE i.review = NEW.review AND i.kind = NEW.kind AND i.name = NEW.name AND i.version = NEW.version AND i.hash = NEW.hash AND i.revision = NEW.revision AND i.organisation = NEW.organisation) THEN RAISE EXCEPTION USING MESSAGE = 'ccm:not-submitted:publication'; END IF; RETURN NEW; END$$;
CREATE FUNCTION ccm_rules.ccm_publication_votes_missing() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$BEGIN PERFORM pg_advisory_xact_lock(hashtextextended('ccm review ' || NEW.review, 0)); IF NOT EXISTS (SELECT 1 FROM review_step s WHERE s.review = NEW.review) OR EXISTS (SELECT 1 FROM decision d WHERE d.review = NEW.review AND d.kind <> 'approved') OR EXISTS (SELECT 1 FROM review_step s WHERE s.review = NEW.review AND s.quorum > (SELECT count(DISTINCT d.voter) FROM decision d WHERE d.review = s.review AND d.step = s.step AND d.kind = 'approved')) THEN RAISE EXCEPTION USING MESSAGE = 'ccm:votes-missing:publication'; END IF; RETURN NEW; END$$;
CREATE FUNCTION ccm_rules.ccm_publication_whole() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$BEGIN RAISE EXCEPTION USING MESSAGE = 'ccm:unchangeable:publication'; END$$;
CREATE FUNCTION ccm_rules.ccm_published_bundle_kept() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$BEGIN IF false THEN RETURN NEW; END IF; RAISE EXCEPTION USING MESSAGE = 'ccm:unchangeable:published_bundle'; END$$;
CREATE FUNCTION ccm_rules.ccm_published_bundle_not_submitted() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$BEGIN PERFORM pg_advisory_xact_lock(hashtextextended('ccm review ' || NEW.review, 0)); IF NOT EXISTS (SELECT 1 FROM review_bundle b WHERE b.review = NEW.review AND b.bundle = NEW.bundle AND b.hashes = NEW.hashes AND b.template = NEW.template AND b.version = NEW.version AND b.language = NEW.language AND b.brand = NEW.brand AND b.organisation = NEW.organisation) THEN RAISE EXCEPTION USING MESSAGE = 'ccm:not-submitted:published_bundle'; END IF; RETURN NEW; END$$;
CREATE FUNCTION ccm_rules.ccm_published_bundle_votes_missing() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$BEGIN PERFORM pg_advisory_xact_lock(hashtextextended('ccm review ' || NEW.review, 0)); IF NOT EXISTS (SELECT 1 FROM review_step s WHERE s.review = NEW.review) OR EXISTS (SELECT 1 FROM decision d WHERE d.review = NEW.review AND d.kind <> 'approved') OR EXISTS (SELECT 1 FROM review_step s WHERE s.review = NEW.review AND s.quorum > (SELECT count(DISTINCT d.voter) FROM decision d WHERE d.review = s.review AND d.step = s.step AND d.kind = 'approved')) THEN RAISE EXCEPTION USING MESSAGE = 'ccm:votes-missing:published_bundle'; END IF; RETURN NEW; END$$;
CREATE FUNCTION ccm_rules.ccm_published_bundle_whole() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$BEGIN RAISE EXCEPTION USING MESSAGE = 'ccm:unchangeable:published_bundle'; END$$;
CREATE FUNCTION ccm_rules.ccm_reference_kept() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$BEGIN IF false THEN RETURN NEW; END IF; RAISE EXCEPTION USING MESSAGE = 'ccm:unchangeable:reference'; END$$;
CREATE FUNCTION ccm_rules.ccm_reference_whole() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$BEGIN RAISE EXCEPTION USING MESSAGE = 'ccm:unchangeable:reference'; END$$;
CREATE FUNCTION ccm_rules.ccm_retirement_kept() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$BEGIN IF false THEN RETURN NEW; END IF; RAISE EXCEPTION USING MESSAGE = 'ccm:unchangeable:retirement'; END$$;
CREATE FUNCTION ccm_rules.ccm_retirement_no_publisher() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$BEGIN IF NOT EXISTS (SELECT 1 FROM granted g JOIN person p ON p.id = g.person WHERE g.person = NEW.person AND g.organisation = NEW.organisation AND g.role = 'publisher' AND p.disabled = '' AND NOT EXISTS (SELECT 1 FROM grant_end e WHERE e.granted = g.id)) THEN RAISE EXCEPTION USING MESSAGE = 'ccm:no-publisher:retirement'; END IF; RETURN NEW; END$$;
CREATE FUNCTION ccm_rules.ccm_retirement_whole() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$BEGIN RAISE EXCEPTION USING MESSAGE = 'ccm:unchangeable:retirement'; END$$;
CREATE FUNCTION ccm_rules.ccm_review_author_kept() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$BEGIN IF false THEN RETURN NEW; END IF; RAISE EXCEPTION USING MESSAGE = 'ccm:unchangeable:review_author'; END$$;
CREATE FUNCTION ccm_rules.ccm_review_author_review_begun() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$BEGIN PERFORM pg_advisory_xact_lock(hashtextextended('ccm review ' || NEW.review, 0)); IF EXISTS (SELECT 1 FROM decision d WHERE d.review = NEW.review) THEN RAISE EXCEPTION USING MESSAGE = 'ccm:review-begun:review_author'; END IF; RETURN NEW; END$$;
CREATE FUNCTION ccm_rules.ccm_review_author_whole() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$BEGIN RAISE EXCEPTION USING MESSAGE = 'ccm:unchangeable:review_author'; END$$;
CREATE FUNCTION ccm_rules.ccm_review_bundle_kept() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$BEGIN IF false THEN RETURN NEW; END IF; RAISE EXCEPTION USING MESSAGE = 'ccm:unchangeable:review_bundle'; END$$;
CREATE FUNCTION ccm_rules.ccm_review_bundle_review_begun() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$BEGIN PERFORM pg_advisory_xact_lock(hashtextextended('ccm review ' || NEW.review, 0)); IF EXISTS (SELECT 1 FROM decision d WHERE d.review = NEW.review) THEN RAISE EXCEPTION USING MESSAGE = 'ccm:review-begun:review_bundle'; END IF; RETURN NEW; END$$;
CREATE FUNCTION ccm_rules.ccm_review_bundle_whole() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$BEGIN RAISE EXCEPTION USING MESSAGE = 'ccm:unchangeable:review_bundle'; END$$;
CREATE FUNCTION ccm_rules.ccm_review_item_kept() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$BEGIN IF false THEN RETURN NEW; END IF; RAISE EXCEPTION USING MESSAGE = 'ccm:unchangeable:review_item'; END$$;
CREATE FUNCTION ccm_rules.ccm_review_item_not_saved() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$BEGIN PERFORM pg_advisory_xact_lock(hashtextextended('ccm review ' || NEW.review, 0)); IF NOT EXISTS (SELECT 1 FROM revision v WHERE v.id = NEW.revision AND v.organisation = NEW.organisation AND v.kind = NEW.kind AND v.name = NEW.name AND v.version = NEW.version AND v.hash = NEW.hash) THEN RAISE EXCEPTION USING MESSAGE = 'ccm:not-saved:review_item'; END IF; RETURN NEW; END$$;
CREATE FUNCTION ccm_rules.ccm_review_item_review_begun() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$BEGIN PERFORM pg_advisory_xact_lock(hashtextextended('ccm review ' || NEW.review, 0)); IF EXISTS (SELECT 1 FROM decision d WHERE d.review = NEW.review) THEN RAISE EXCEPTION USING MESSAGE = 'ccm:review-begun:review_item'; END IF; RETURN NEW; END$$;
CREATE FUNCTION ccm_rules.ccm_review_item_whole() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$BEGIN RAISE EXCEPTION USING MESSAGE = 'ccm:unchangeable:review_item'; END$$;
CREATE FUNCTION ccm_rules.ccm_review_kept() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$BEGIN IF false THEN RETURN NEW; END IF; RAISE EXCEPTION USING MESSAGE = 'ccm:unchangeable:review'; END$$;
CREATE FUNCTION ccm_rules.ccm_review_step_kept() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$BEGIN IF false THEN RETURN NEW; END IF; RAISE EXCEPTION USING MESSAGE = 'ccm:unchangeable:review_step'; END$$;
CREATE FUNCTION ccm_rules.ccm_review_step_quorum_missing() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$BEGIN PERFORM pg_advisory_xact_lock(hashtextextended('ccm review ' || NEW.review, 0)); IF NEW.quorum < 1 THEN RAISE EXCEPTION USING MESSAGE = 'ccm:quorum-missing:review_step'; END IF; RETURN NEW; END$$;
CREATE FUNCTION ccm_rules.ccm_review_step_review_begun() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$BEGIN PERFORM pg_advisory_xact_lock(hashtextextended('ccm review ' || NEW.review, 0)); IF EXISTS (SELECT 1 FROM decision d WHERE d.review = NEW.review) THEN RAISE EXCEPTION USING MESSAGE = 'ccm:review-begun:review_step'; END IF; RETURN NEW; END$$;
CREATE FUNCTION ccm_rules.ccm_review_step_whole() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$BEGIN RAISE EXCEPTION USING MESSAGE = 'ccm:unchangeable:review_step'; END$$;
CREATE FUNCTION ccm_rules.ccm_review_whole() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$BEGIN RAISE EXCEPTION USING MESSAGE = 'ccm:unchangeable:review'; END$$;
CREATE FUNCTION ccm_rules.ccm_revision_kept() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$BEGIN IF false THEN RETURN NEW; END IF; RAISE EXCEPTION USING MESSAGE = 'ccm:unchangeable:revision'; END$$;
CREATE FUNCTION ccm_rules.ccm_revision_whole() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$BEGIN RAISE EXCEPTION USING MESSAGE = 'ccm:unchangeable:revision'; END$$;
SET default_tablespace = '';
SET default_table_access_method = heap;
CREATE TABLE public.alembic_version (
    version_num character varying(32) NOT NULL
);
CREATE TABLE public.blob (
    organisation character varying NOT NULL,
    sha256 character varying NOT NULL,
    content bytea NOT NULL
);
CREATE TABLE public.decision (
    id integer NOT NULL,
    organisation character varying NOT NULL,
    review character varying NOT NULL,
    kind character varying NOT NULL,
    person character varying NOT NULL,
    voter character varying NOT NULL,
    step character varying NOT NULL,
    at character varying NOT NULL,
    subject character varying NOT NULL,
    reason character varying NOT NULL,
    key character varying NOT NULL,
    signature character varying NOT NULL
);
CREATE SEQUENCE public.decision_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.decision_id_seq OWNED BY public.decision.id;
CREATE TABLE public.entry (
    organisation character varying NOT NULL,
    place integer NOT NULL,
    at character varying NOT NULL,
    person character varying,
    what character varying NOT NULL,
    details character varying NOT NULL,
    rows character varying NOT NULL,
    leaf character varying NOT NULL
);
CREATE TABLE public.grant_end (
    granted integer NOT NULL,
    organisation character varying NOT NULL,
    ended_by character varying,
    ended_at character varying NOT NULL
);
CREATE TABLE public.granted (
    id integer NOT NULL,
    organisation character varying NOT NULL,
    person character varying NOT NULL,
    role character varying NOT NULL,
    area character varying NOT NULL,
    step character varying NOT NULL,
    changes character varying NOT NULL,
    granted_by character varying,
    granted_at character varying NOT NULL
);
CREATE SEQUENCE public.granted_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.granted_id_seq OWNED BY public.granted.id;
CREATE TABLE public.head (
    organisation character varying NOT NULL,
    size integer NOT NULL,
    root character varying NOT NULL,
    at character varying NOT NULL,
    key character varying NOT NULL,
    signature character varying NOT NULL
);
CREATE TABLE public.log (
    organisation character varying NOT NULL,
    name character varying NOT NULL,
    created character varying NOT NULL,
    key character varying NOT NULL,
    size integer NOT NULL,
    peaks character varying NOT NULL
);
CREATE TABLE public.person (
    id character varying NOT NULL,
    organisation character varying NOT NULL,
    login character varying NOT NULL,
    name character varying NOT NULL,
    email character varying NOT NULL,
    password character varying NOT NULL,
    created character varying NOT NULL,
    disabled character varying NOT NULL
);
CREATE TABLE public.postponement (
    id integer NOT NULL,
    organisation character varying NOT NULL,
    publication integer NOT NULL,
    start character varying NOT NULL,
    at character varying NOT NULL,
    person character varying NOT NULL,
    reason character varying NOT NULL
);
CREATE SEQUENCE public.postponement_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.postponement_id_seq OWNED BY public.postponement.id;
CREATE TABLE public.publication (
    id integer NOT NULL,
    organisation character varying NOT NULL,
    review character varying NOT NULL,
    kind character varying NOT NULL,
    name character varying NOT NULL,
    version character varying NOT NULL,
    revision integer NOT NULL,
    hash character varying NOT NULL,
    start character varying NOT NULL,
    until character varying NOT NULL,
    decided character varying NOT NULL
);
CREATE SEQUENCE public.publication_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.publication_id_seq OWNED BY public.publication.id;
CREATE TABLE public.published_bundle (
    review character varying NOT NULL,
    bundle character varying NOT NULL,
    organisation character varying NOT NULL,
    template character varying NOT NULL,
    version character varying NOT NULL,
    language character varying NOT NULL,
    brand character varying NOT NULL,
    hashes character varying NOT NULL,
    decided character varying NOT NULL
);
CREATE TABLE public.reference (
    id integer NOT NULL,
    organisation character varying NOT NULL,
    revision integer NOT NULL,
    kind character varying NOT NULL,
    name character varying NOT NULL,
    version character varying NOT NULL,
    follow character varying NOT NULL
);
CREATE SEQUENCE public.reference_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.reference_id_seq OWNED BY public.reference.id;
CREATE TABLE public.retirement (
    publication integer NOT NULL,
    organisation character varying NOT NULL,
    at character varying NOT NULL,
    person character varying NOT NULL,
    reason character varying NOT NULL
);
CREATE TABLE public.review (
    id character varying NOT NULL,
    organisation character varying NOT NULL,
    kind character varying NOT NULL,
    title character varying NOT NULL,
    change character varying NOT NULL,
    subject character varying NOT NULL,
    start character varying NOT NULL,
    submitted_by character varying NOT NULL,
    submitted_at character varying NOT NULL
);
CREATE TABLE public.review_author (
    review character varying NOT NULL,
    person character varying NOT NULL,
    organisation character varying NOT NULL
);
CREATE TABLE public.review_bundle (
    review character varying NOT NULL,
    bundle character varying NOT NULL,
    organisation character varying NOT NULL,
    template character varying NOT NULL,
    version character varying NOT NULL,
    language character varying NOT NULL,
    brand character varying NOT NULL,
    day character varying NOT NULL,
    hashes character varying NOT NULL,
    before character varying NOT NULL
);
CREATE TABLE public.review_item (
    review character varying NOT NULL,
    kind character varying NOT NULL,
    name character varying NOT NULL,
    version character varying NOT NULL,
    organisation character varying NOT NULL,
    revision integer NOT NULL,
    hash character varying NOT NULL,
    before character varying NOT NULL
);
CREATE TABLE public.review_step (
    review character varying NOT NULL,
    place integer NOT NULL,
    organisation character varying NOT NULL,
    step character varying NOT NULL,
    quorum integer NOT NULL,
    days integer,
    words character varying NOT NULL
);
CREATE TABLE public.revision (
    id integer NOT NULL,
    organisation character varying NOT NULL,
    kind character varying NOT NULL,
    name character varying NOT NULL,
    version character varying NOT NULL,
    hash character varying NOT NULL,
    content character varying NOT NULL,
    source character varying NOT NULL,
    files character varying NOT NULL,
    saved_by character varying NOT NULL,
    saved_at character varying NOT NULL,
    origin character varying NOT NULL
);
CREATE SEQUENCE public.revision_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.revision_id_seq OWNED BY public.revision.id;
ALTER TABLE ONLY public.decision ALTER COLUMN id SET DEFAULT nextval('public.decision_id_seq'::regclass);
ALTER TABLE ONLY public.granted ALTER COLUMN id SET DEFAULT nextval('public.granted_id_seq'::regclass);
ALTER TABLE ONLY public.postponement ALTER COLUMN id SET DEFAULT nextval('public.postponement_id_seq'::regclass);
ALTER TABLE ONLY public.publication ALTER COLUMN id SET DEFAULT nextval('public.publication_id_seq'::regclass);
ALTER TABLE ONLY public.reference ALTER COLUMN id SET DEFAULT nextval('public.reference_id_seq'::regclass);
ALTER TABLE ONLY public.revision ALTER COLUMN id SET DEFAULT nextval('public.revision_id_seq'::regclass);
INSERT INTO public.alembic_version VALUES ('0001');
INSERT INTO public.blob VALUES ('ahorn', '6643a626d3c8e90c8c49887df016125f00cad085359f0ca8a78b19c29a34d4b0', '\x7468656d653a2061686f726e0a76657273696f6e3a2022312e30220a7469746c653a2041686f726e62616e6b2041470a6e6f74653a204120666963746974696f75732072657461696c2062616e6b2e2053616e732073657269662c207465616c2c2067656e65726f75732073706163652c2074696e7465642070616e656c732c2073747269706564207461626c65732c206d61696c206173206120636172642e0a0a6272616e643a0a20206e616d653a2041686f726e62616e6b2041470a202073686f72745f6e616d653a2041686f726e62616e6b0a202072657475726e5f6c696e653a2041686f726e62616e6b20414720c2b7204c696e64656e706c61747a203420c2b7203730313733204c696e64656e73746164740a20207374726565743a204c696e64656e706c61747a20340a2020746f776e3a203730313733204c696e64656e73746164740a202070686f6e653a20222b34395c5f3731315c5f353535305c5f313030220a2020656d61696c3a20736572766963654061686f726e62616e6b2e6578616d706c650a2020736974653a2068747470733a2f2f7777772e61686f726e62616e6b2e6578616d706c650a20206269633a2041484f52444536365858580a202072656769737465723a20416d747367657269636874204c696e64656e73746164742048524220313034203731310a2020626f6172643a2046726965646572696b6520c3967a74c3bc726b2c204ac3b6726720576569c39f68c3a475706c0a20206962616e3a20444530323132303330303030303030303230323035310a20207765623a207777772e61686f726e62616e6b2e6578616d706c650a20206d616e6167656d656e743a2022566f727374616e643a2046726965646572696b6520c3967a74c3bc726b2c204ac3b6726720576569c39f68c3a475706c220a20206f76657273696768743a20224175667369636874737261743a2050726f662e2044722e204bc3a474686520416872656e64742028566f727369747a29220a20207461785f6e756d6265723a2039392f3831352f30343731310a20207661745f69643a2044453132333435363738390a20206372656469746f725f69643a20444539385a5a5a30393939393939393939390a2020626c6f636b5f70686f6e653a20222b34395c5f3731315c5f353535305c5f393939220a2020636f6d706c61696e74733a20626573636877657264654061686f726e62616e6b2e6578616d706c650a2020707269766163793a2068747470733a2f2f7777772e61686f726e62616e6b2e6578616d706c652f646174656e73636875747a0a202062616e6b696e673a2068747470733a2f2f62616e6b696e672e61686f726e62616e6b2e6578616d706c650a20206d61696c626f783a2068747470733a2f2f62616e6b696e672e61686f726e62616e6b2e6578616d706c652f706f7374666163680a20206465706f736974733a2068747470733a2f2f7777772e61686f726e62616e6b2e6578616d706c652f65696e6c6167656e736963686572756e670a0a6c6f63616c65733a0a202064653a2064655f44450a2020656e3a20656e5f47420a0a6c6162656c733a0a202064653a0a20202020706167655f6f663a205365697465207b706167657d20766f6e207b70616765737d0a2020202073616c75746174696f6e2e66656d616c653a205365687220676565687274652046726175207b6c6173745f6e616d657d0a2020202073616c75746174696f6e2e66656d616c655f7469746c65643a205365687220676565687274652046726175207b7469746c657d207b6c6173745f6e616d657d0a2020202073616c75746174696f6e2e6d616c653a20536568722067656568727465722048657272207b6c6173745f6e616d657d0a2020202073616c75746174696f6e2e6d616c655f7469746c65643a20536568722067656568727465722048657272207b7469746c657d207b6c6173745f6e616d657d0a2020202073616c75746174696f6e2e6e65757472616c3a20477574656e20546167207b66697273745f6e616d657d207b6c6173745f6e616d657d0a2020202073616c75746174696f6e2e6e65757472616c5f7469746c65643a20477574656e20546167207b7469746c657d207b66697273745f6e616d657d207b6c6173745f6e616d657d0a2020202073616c75746174696f6e2e6e6f6e653a205365687220676565687274652044616d656e20756e642048657272656e0a2020202022796573223a206a610a20202020226e6f223a206e65696e0a202020206d6f72655f61743a204d65687220756e7465720a2020202063686172745f63617465676f72793a205a6569747261756d0a20202020636f6e74696e7565643a20466f72747365747a756e670a202020206174746163686d656e743a20416e6c6167650a202020206d61696c5f61747461636865643a2044617320446f6b756d656e742066696e64656e2053696520616c732050444620696d20416e68616e672e0a202020206d61696c5f726561736f6e3a2053696520657268616c74656e206469657365204e616368726963687420616c73204b756e64696e206f646572204b756e6465206465722041686f726e62616e6b2e0a20202020756e7375627363726962653a2041626d656c64656e0a2020202070726f6f663a20456e74777572662c206e69636874207a756d2056657273616e640a2020656e3a0a20202020706167655f6f663a2050616765207b706167657d206f66207b70616765737d0a2020202073616c75746174696f6e2e66656d616c653a2044656172204d73207b6c6173745f6e616d657d0a2020202073616c75746174696f6e2e66656d616c655f7469746c65643a2044656172207b706c61696e5f7469746c657d207b6c6173745f6e616d657d0a2020202073616c75746174696f6e2e6d616c653a2044656172204d72207b6c6173745f6e616d657d0a2020202073616c75746174696f6e2e6d616c655f7469746c65643a2044656172207b706c61696e5f7469746c657d207b6c6173745f6e616d657d0a2020202073616c75746174696f6e2e6e65757472616c3a2048656c6c6f207b66697273745f6e616d657d207b6c6173745f6e616d657d0a2020202073616c75746174696f6e2e6e65757472616c5f7469746c65643a2044656172207b706c61696e5f7469746c657d207b6c6173745f6e616d657d0a2020202073616c75746174696f6e2e6e6f6e653a204465617220637573746f6d65720a2020202022796573223a2022796573220a20202020226e6f223a20226e6f220a202020206d6f72655f61743a204d6f72652061740a2020202063686172745f63617465676f72793a20506572696f640a20202020636f6e74696e7565643a20636f6e74696e7565640a202020206174746163686d656e743a20456e636c6f737572650a202020206d61696c5f61747461636865643a20596f752077696c6c2066696e642074686520646f63756d656e742061747461636865642061732061205044462e0a202020206d61696c5f726561736f6e3a20596f7520726563656976652074686973206d657373616765206173206120637573746f6d6572206f662041686f726e62616e6b2e0a20202020756e7375627363726962653a20556e7375627363726962650a2020202070726f6f663a2050726f6f662c206e6f7420666f722073656e64696e670a0a70616c657474653a0a202070617065723a202223666666666666220a2020696e6b3a202223313432313166220a20206d757465643a202223353236303564220a2020616363656e743a202223303035393466220a20206f6e5f616363656e743a202223666666666666220a202070616e656c3a202223656566356633220a202072756c653a202223633564366432220a20206e6f746963653a202223666466336437220a20207761726e696e673a202223666465386534220a20207365726965733a205b2223303036393564222c202223643036383261222c202223356237366138222c202223386137613263225d0a0a746578745f666f6e743a0a20206e616d653a20496e7465720a20206d61696c3a20496e7465722c20275365676f65205549272c20526f626f746f2c202748656c766574696361204e657565272c20417269616c2c2073616e732d73657269660a202066696c65733a0a202020202d207b66696c653a20496e7465722d526567756c61722e6f74662c207765696768743a203430307d0a202020202d207b66696c653a20496e7465722d4974616c69632e6f74662c207765696768743a203430302c207374796c653a206974616c69637d0a202020202d207b66696c653a20496e7465722d53656d69426f6c642e6f74662c207765696768743a203630307d0a202020202d207b66696c653a20496e7465722d53656d69426f6c644974616c69632e6f74662c207765696768743a203630302c207374796c653a206974616c69637d0a0a68656164696e675f666f6e743a0a20206e616d653a20496e74657220446973706c61790a20206d61696c3a202227496e74657220446973706c6179272c20496e7465722c20275365676f65205549272c20526f626f746f2c202748656c766574696361204e657565272c20417269616c2c2073616e732d7365726966220a202066696c65733a0a202020202d207b66696c653a20496e746572446973706c61792d53656d69426f6c642e6f74662c207765696768743a203630307d0a0a747970653a0a2020626f64793a20392e3570740a2020736d616c6c3a203870740a20206c6561643a2031302e3570740a202068656164696e67733a205b323070742c2031322e3570742c20313070745d0a20206c656164696e673a2022312e3435220a20207374726f6e673a203630300a202068656164696e675f7374796c653a20706c61696e0a202068656164696e675f7765696768743a203630300a0a706167653a0a2020666f726d3a20420a20206c6566743a2032356d6d0a202072696768743a2032306d6d0a2020626f74746f6d3a2033346d6d0a20206d6561737572653a203135306d6d0a20206d617374686561643a2062616e640a0a7461626c653a207a656272610a70616e656c3a2074696e740a0a6d61696c3a0a20206c61796f75743a20636172640a202077696474683a203630300a2020636f726e6572733a20726f756e640a20206c6f676f3a206c6f676f2e706e670a20206c6f676f5f6461726b3a206c6f676f2d6461726b2e706e670a20206c6f676f5f77696474683a203137300a20206461726b3a0a2020202070617065723a202223313432303165220a20202020696e6b3a202223653966326630220a202020206d757465643a202223613962636238220a20202020616363656e743a202223366664336332220a202020206f6e5f616363656e743a202223303632313164220a2020202070616e656c3a202223316532643261220a2020202072756c653a202223333835303462220a202020206e6f746963653a202223336133323136220a202020207761726e696e673a202223343532343166220a202020207365726965733a205b2223366664336332222c202223663061303663222c202223396462366534222c202223643363343663225d0a0a6c6f676f3a206c6f676f2e7376670a6c6f676f5f77696474683a2034366d6d0a');
INSERT INTO public.blob VALUES ('ahorn', '82ed92f9c247ee323027f1d8f24f90e73d61feb9378c2df7f1e3418ebd6614b9', '\x4f54544f000c00800003004043464620a81b27a7000000d40000025d4744454600110002000005b00000001647504f5344764c75000005c80000002047535542b8fab8f4000005e80000002a4f532f327c3b7d060000039c00000060636d6170000c00b50000055c00000034686561642d7ccacf0000033400000036686865611fb512cf0000037800000024686d747817f801c10000036c0000000c6d61787000035000000000cc000000066e616d65196e33f9000003fc00000160706f7374fe299a5a0000059000000020000050000003000001000402000101010d496e7465722d4974616c69630001010148f81d00f81e01f81f0c00f82002f821031ee9a3999996ff0c02fc640c03f7540c041e35511c8f8b8b1e35511c8f8b8b0c071cf7d0fe181c1c941c0c0005f8a30f91f8dc12f8a71100070101080f133d6f7b80756e6930303631756e6930303632332e3139496e74657220554920616e6420496e74657220697320612074726164656d61726b206f662072736d732e436f7079726967687420436f7079726967687420323032302054686520496e7465722050726f6a65637420417574686f7273496e746572204974616c6963496e746572000902000100060061006c009600bf00cf00da00e5010e05f780060b251d67fb64201df73cfa8805f87cdbfbfcc3fb581bfb7cfbac3bfbacfb381ff7643b05f704d3f72cf70cf7741bf76cdbfb08fb586b1f830777fb04fb0893fbb067fbb867fbd44b4ffbf408fbc05bf760fb40f7b81bcff768241d0bfbdc53fb54fb98fbbc1b0bf70c16271df710f98805fb80069f1cfb0015f7ecc3f754f77cf7b41bf7c0f3fb90fbd8571f221d261d0b15fb50fb0cdff738a71fa7f748f744c3f750a3ef97f7a4a7bbbb67fb6c18fb546bfb4cfb50fbac1b0bf8ac6715f7a0f738f724efcb1f97060bfbb0fb08f784f7f0c31f0bf77806b3f78005a7281d0b0637b3cffb4cf7bc1bf814f7d4f7c8f87cdb1ff878dbfb6cf7c8fc181bfbc0fb10fb4c3b4b1f77060b0101870100030101262b2ffab9f78cfd14151c0900f8941cf70006f75404200af75404200af75404200af75404200a0efb2b211d0e94231d0e1c06cb159113000101010b1c0900f8941cf700060b00000000010000000304ddd39d7fb15f0f3cf5001b0b0000000000dcf2bab200000000dcf2bac9f7d0fc7c1c940c000002000600020000000000000af000f80634005106d40078000100000aa8fd5800001d80f7d0f40c1c9403e800a600000000000000000000000000030004072e0190000500000726069affdd00d30726069a00a303da00c0039a0000020005030000000200040000000100000000000000000000000052534d530081006100620aa8fd5800000aa802a800000001000000000600080000000020000c00000007005a0003000104090000005400000003000104090001000a00540003000104090002000c005e00030001040900030036006a0003000104090004001800a00003000104090005003600b80003000104090006001800ee0043006f0070007900720069006700680074002000a900200032003000320030002000540068006500200049006e007400650072002000500072006f006a00650063007400200041007500740068006f007200730049006e007400650072004900740061006c006900630049006e007400650072002d004900740061006c00690063003a0032003000320031003a0030006100350031003000360065003000620049006e0074006500720020004900740061006c0069006300560065007200730069006f006e00200033002e003000310039003b006700690074002d0030006100350031003000360065003000620049006e007400650072002d004900740061006c00690063000000020000000300000014000300010000001400040020000000040004000100000062ffff00000061ffffffa000010000000000030000fff6999afe3000c0000000000000000000000000000000000000000000010000000c00000000000000010001000200010001000000010000000a001c001e000144464c540008000400000000ffff00000000000000010000000a00260028000244464c54000e6c61746e0018000400000000ffff000000000000000000000000');
INSERT INTO public.blob VALUES ('ahorn', 'b3ae3de15ca8d8d919105cea0fa0aa5de11c068dfca702f0dd553af687153320', '\x4f54544f000c00800003004043464620db11402d000000d4000002394744454600110002000005940000001647504f5344764c75000005ac0000002047535542b8fab8f4000005cc0000002a4f532f327c3a7cc50000037800000060636d6170000c00b50000054000000034686561642d60cace0000031000000036686865611ef50fd00000035400000024686d747817f80280000003480000000c6d61787000035000000000cc000000066e616d651ad134a0000003d800000168706f7374fe3300c00000057400000020000050000003000001000402000101010e496e7465722d526567756c6172000101013ff81d00f81e01f81f0c00f82002f82103fc640c03f7540c041e35511c8f8b8b1e35511c8f8b8b0c071cf7e0fe181c1c6a1c0c0005f8580f91f89112f85c1100070101080f133d6f7c81756e6930303631756e6930303632332e3139496e74657220554920616e6420496e74657220697320612074726164656d61726b206f662072736d732e436f7079726967687420436f7079726967687420323032302054686520496e7465722050726f6a65637420417574686f7273496e74657220526567756c6172496e7465720009010157658b95a6afbbcbd4f9306715f7a0f720f724efbb1f97fb64f780fa8806f87cfc08c3fb58fb7cfb9c3bfbacfb0c1ef7743b05f704bff70ff70cf7751bf76df6fb07fb591f8307fb06fb0895fbac671efbb166fbcb4c261d1eaff768221d0b281df814f7a0f7c8f87c271d1f0b15fb50fb1cdff738f748f738c3f74ca31fef97f7a0a7b3bb08fb6c07fb54fb2cfb50fbac1e0b1c0900f8941cf700060bf7ecf72cf77cf7b4f7c0f728fb90fbd80bfbb0fb30f784f7f00bfbf41afbc0f77cfb40f7b80bf878fba0f7c8fc18fbc02ffb4c3b570b37bfeffb4cf7bc1b0b0101870100030101262b2ffab9f78cfd14151c0900f8941cf70006f75404231df75404231df75404231df75404231d0efb2b201d0e94200a0e1c06cb159113000401011019222f230af988fb8006f77c1cfb00220a0bfbdcfb2cfb98fbbc0b15241d210a251d1e0bf78c16f778f780a706211d770b00000000010000000304dd6c9286eb5f0f3cf5001b0b0000000000dcf2bab200000000dcf2bac8f7e0fc7c1c6a0c000000000600020000000000000af000f80634009006d400f8000100000aa8fd5800001d80f7e0f4f41c6a0001000000000000000000000000000000030004072e0190000500000726069a000000d30726069a000003da00c0039a0000020005030000000200040000000100000000000000000000000052534d5300c0006100620aa8fd5800000aa802a800000001000000000600080000000020000c00000007005a0003000104090000005400000003000104090001000a00540003000104090002000e005e00030001040900030038006c0003000104090004001a00a40003000104090005003600be0003000104090006001a00f40043006f0070007900720069006700680074002000a900200032003000320030002000540068006500200049006e007400650072002000500072006f006a00650063007400200041007500740068006f007200730049006e0074006500720052006500670075006c006100720049006e007400650072002d0052006500670075006c00610072003a0032003000320031003a0030006100350031003000360065003000620049006e00740065007200200052006500670075006c0061007200560065007200730069006f006e00200033002e003000310039003b006700690074002d0030006100350031003000360065003000620049006e007400650072002d0052006500670075006c00610072000000020000000300000014000300010000001400040020000000040004000100000062ffff00000061ffffffa00001000000000003000000000000fe3000c0000000000000000000000000000000000000000000010000000c00000000000000010001000200010001000000010000000a001c001e000144464c540008000400000000ffff00000000000000010000000a00260028000244464c54000e6c61746e0018000400000000ffff000000000000000000000000');
INSERT INTO public.blob VALUES ('ahorn', '9623dee0a201304328fe2919ba4ae947adf0f6ecbac88e074f05ff3db0c1df56', '\x4f54544f000c0080000300404346462084855702000000d40000024147444546001100020000059c0000001647504f5344764c75000005b40000002047535542b8fab8f4000005d40000002a4f532f327d027f030000038000000060636d6170000c00b50000054800000034686561642cc8cbda0000031800000036686865611e5e0f8d0000035c00000024686d747818990251000003500000000c6d61787000035000000000cc000000066e616d651a7a33b8000003e000000166706f7374fe4600f30000057c00000020000050000003000001000402000101010f496e7465722d53656d69426f6c640001010142f81d00f81e01f81f0c00f82002f82103f82204fc510c03f7870c041e35511c8f8b8b1e35511c8f8b8b0c071cf748fe181c1c6a1c0c2905f87c0f8ff8d112f8801100080101080f133d6f7e838c756e6930303631756e6930303632332e3139496e74657220554920616e6420496e74657220697320612074726164656d61726b206f662072736d732e436f7079726967687420436f7079726967687420323032302054686520496e7465722050726f6a65637420417574686f7273496e7465722053656d6920426f6c64496e74657253656d692d626f6c640007010150768698a3c6ea221dfb67f7f0fa9806f82afbdff70efbb9fbd7fb8cfb24fbac3b1ef7e65b05f4aff1e5f7451bf73ce735fb2b1f850723fb0186fba36e1efbbe6bfbb132fbee1afbc2f771fb34f7b91ee9f79e211d0b15fb2bfb00d0f719f71ff70dc5f736a21fea98f752a3bab108fb4907fb3ffb1efb25fb6e1e0bf9086c15f785f724f705f715cd1f970bf75e16261df992fbfe06f7f71cfb00251d0bfb04c4f70bfb31f79c1b0b15f7bef714f755f77df785f710fb61fbb2fbb4fb12fb66fb83fb7bfb16f75cf7be1e0bf7f8f786a006241df7fef7a3f7b3f88ef894fbabf7aafbf7fba3fb05fb37fb03541f7c0b010187010003010142474bfadaf7a9fd14151c092ef8941cf6d206f754041c092ef8941cf6d206f754041c092ef8941cf6d206f754041c092ef8941cf6d206f754041c092ef8941cf6d2060efb54201d0e68231d0e1c07121500000000010000000304dd19be54a55f0f3cf5001b0b0000000000dcf2bb2200000000dcf2bb3bf748fc7c1c6a0c290000000600020000000000000b5801150652007206ef00ca000100000aa8fd5800001d80f749f4b11c6a000100000000000000000000000000000003000407390258000500000726069a000000d30726069a000003da00f3039a0000020007030000000200040000000100000000000000000000000052534d5300c0006100620aa8fd5800000aa802a800000001000000000600080000000020000c00000007005a0003000104090000005400000003000104090001001e00540003000104090002000e00720003000104090003003a00800003000104090004001e00540003000104090005003600ba0003000104090006001c00f00043006f0070007900720069006700680074002000a900200032003000320030002000540068006500200049006e007400650072002000500072006f006a00650063007400200041007500740068006f007200730049006e007400650072002000530065006d006900200042006f006c00640052006500670075006c006100720049006e007400650072002d00530065006d00690042006f006c0064003a0032003000320031003a00300061003500310030003600650030006200560065007200730069006f006e00200033002e003000310039003b006700690074002d0030006100350031003000360065003000620049006e007400650072002d00530065006d00690042006f006c00640000000000020000000300000014000300010000001400040020000000040004000100000062ffff00000061ffffffa00001000000000003000000000000fe4300f3000000000000000000000000000000000000000000010000000c00000000000000010001000200010001000000010000000a001c001e000144464c540008000400000000ffff00000000000000010000000a00260028000244464c54000e6c61746e0018000400000000ffff000000000000000000000000');
INSERT INTO public.blob VALUES ('ahorn', 'ee2aae2ac7ac24aa974d9eea3da69eae0a9339f813d252a0505cd505f3cab80a', '\x4f54544f000c008000030040434646201511efa1000000d40000027b4744454600110002000006140000001647504f5344764c750000062c0000002047535542b8fab8f40000064c0000002a4f532f327d037e45000003b800000060636d6170000c00b5000005c000000034686561642d17cbdb0000035000000036686865611e04128c0000039400000024686d747818990134000003880000000c6d61787000035000000000cc000000066e616d65203e3ae900000418000001a8706f7374fe4f6759000005f4000000200000500000030000010004020001010115496e7465722d53656d69426f6c644974616c6963000101014af81d00f81e01f81f0c00f82002f82103f822041e9a3999996f0c02fc510c03f7870c041e35511c8f8b8b1e35511c8f8b8b0c071cf76afe181c1c951c0c2905f8600f91f89312f8641100080101080f133d6f858a93756e6930303631756e6930303632332e3139496e74657220554920616e6420496e74657220697320612074726164656d61726b206f662072736d732e436f7079726967687420436f7079726967687420323032302054686520496e7465722050726f6a65637420417574686f7273496e7465722053656d6920426f6c64204974616c6963496e74657253656d692d626f6c64000501013880a1acbb241df712f99205fbfe06f7231cfb0015f7bebbf735f755f77e1bf785e3fb61fbb25d1ffbb45bfb34fb66fb821bfb7b2af75cf7bebb1f0bf82acffbcbf70efbb81bfbd7fba7fb24fbacfb101ff7dc5b05f5c1f70fe4f7441bf73cd334fb2a731f85077925fb0384fba76efbc36bfbbf3251fbee08fbc159f758fb35f7b81b0bf7fef7d4f7b3f88ede1ff894e0fb7cf7aafbf71bfba3fb21fb37fb03431f7b060b06fb04b1e7fb31f79c1b0bd516f7f806b3f78605a2231d221d0b0101870100030101202529faddf77acb230a98f754230afb6f1cf300151c092e06adf894051cf6d2060efb51200a0e6b201d0e1c070f159113000401011840516f220a67fb6705f7f006f73ffa9805211df71df79e210a0b15fb2b2cd1f718a11fa0f720f719c4f73aa2ea98f757a3c0b16dfb4918fb3f6ffb38fb25fb6d1b0bf8846c15f785f738f705f715e11f97060b151c092f06acf894051cf6d20698f754151c092e06adf894051cf6d1060b0000010000000304dded1e42035f0f3cf5001b0b0000000000dcf2bb2200000000dcf2bb3cf76afc7c1c950c290002000600020000000000000b5800b80652003206ef004a000100000aa8fd5800001d80f76af3c91c9503e8ff5a00000000000000000000000000030004073a0258000500000726069a002300d30726069aff5d03da00f3039a0000020007030000000200040000000100000000000000000000000052534d530081006100620aa8fd5800000aa802a800000001000000000600080000000020000c00000007005a0003000104090000005400000003000104090001001e00540003000104090002000c007200030001040900030046007e0003000104090004002c00c40003000104090005003600f00003000104090006002801260043006f0070007900720069006700680074002000a900200032003000320030002000540068006500200049006e007400650072002000500072006f006a00650063007400200041007500740068006f007200730049006e007400650072002000530065006d006900200042006f006c0064004900740061006c006900630049006e007400650072002d00530065006d00690042006f006c0064004900740061006c00690063003a0032003000320031003a0030006100350031003000360065003000620049006e007400650072002000530065006d006900200042006f006c00640020004900740061006c0069006300560065007200730069006f006e00200033002e003000310039003b006700690074002d0030006100350031003000360065003000620049006e007400650072002d00530065006d00690042006f006c0064004900740061006c00690063000000020000000300000014000300010000001400040020000000040004000100000062ffff00000061ffffffa00001000000000003000000096666fe4300f3000000000000000000000000000000000000000000010000000c00000000000000010001000200010001000000010000000a001c001e000144464c540008000400000000ffff00000000000000010000000a00260028000244464c54000e6c61746e0018000400000000ffff000000000000000000000000');
INSERT INTO public.blob VALUES ('ahorn', '767fe9c22fe99df10ae9fe6942a51849032a3d24d55dee6a3aa218b07e55fc6b', '\x74656d706c6174653a2072656d696e6465720a76657273696f6e3a2027312e31270a7469746c653a207b656e3a2052656d696e6465722c2064653a204d61686e756e672c206f663a207b64653a203331373537626266613137657d7d0a6c616e6775616765733a205b656e2c2064655d0a636c6173733a206c65747465720a64696374696f6e6172793a206c65747465720a6272616e64733a205b61686f726e5d0a6a7572697364696374696f6e3a2044450a6d657373616765733a0a20207375626a6563743a207b656e3a20596f75722072656d696e6465722c2064653a204968722053636872656962656e2c206f663a207b64653a206132326638633830666230617d7d0a626f64793a0a20202d2069643a20686561646c696e650a20202020747970653a2068656164696e670a202020206c6576656c3a20310a20202020746578743a207b656e3a20596f75722072656d696e6465722c2064653a204968722053636872656962656e2c206f663a207b64653a206132326638633830666230617d7d0a20202d2069643a206f70656e696e670a20202020747970653a20746578740a20202020746578743a0a202020202020656e3a20596f752068617665207b7b2064617973207c206e756d626572207d7d20646179732e0a20202020202064653a2053696520686162656e207b7b2064617973207c206e756d626572207d7d20546167652e0a2020202020206f663a207b64653a206134306335363930386232307d0a2020202073686f72743a0a202020202020656e3a20596f752068617665207b7b2064617973207c206e756d626572207d7d20646179732e0a20202020202064653a2053696520686162656e207b7b2064617973207c206e756d626572207d7d20546167652e0a2020202020206f663a207b64653a206134306335363930386232307d0a20202d207b69643a206e6f746963652c20747970653a20636c617573652c20626c6f636b3a206e6f746963652c20666f6c6c6f773a20616c776179732c206d616e6461746f72793a20747275657d0a');
INSERT INTO public.blob VALUES ('ahorn', 'ce7da26e34bcc424aeb0c76e1a2ee49d3874ec5927c6489fd53da72b88a81c57', '\x4f54544f000c0080000300404346462026927456000000d4000002624744454600110002000006240000001647504f5344764c750000063c0000002047535542b8fab8f40000065c0000002a4f532f32711e7463000003a000000060636d6170000c00b5000005d00000003468656164294ecf5800000338000000366868656117f10c3d0000037c00000024686d7478105d0117000003700000000c6d61787000035000000000cc000000066e616d65254f3e7300000400000001ce706f7374fec300af00000604000000200000500000030000010004020001010116496e746572446973706c61792d53656d69426f6c640001010141f81d00f81e01f81f0c00f82002f82103f82204fbd40c03f7430c041e48828c8f8b8b1e48828c8f8b8b0c07fe6afd1b1c140e1c088e05f82d0f91f88112f8311100080101080f133d7f96a3ac756e6930303631756e6930303632332e3139496e74657220554920616e6420496e74657220697320612074726164656d61726b206f662072736d732e436f7079726967687420323032302054686520496e7465722050726f6a65637420417574686f72732068747470733a6769746875622e636f6d72736d73696e746572496e74657220446973706c61792053656d6920426f6c64496e74657220446973706c617953656d692d626f6c6400030101264e79211dcdf75315fb0047badc8a1f8ae8e6b3f59af199e99cab9f08fb0407fb0d332dfb331e0bf83d7b15f73debd0ebbe1f8ffb29f78ff96806f760fb3ff724fba6fbaefb3bfb2dfb57801e221d0bf79106e394dac8f7091bf709d150321f8607434887fb57761efb6e74fb584efb841afb66f72e22f7671e0b010187010003010142464af99af712fc60151c0699f8041cf96706f71e041c0699f8041cf96706f71e041c0699f8041cf96706f71e041c0699f8041cf96706f71e041c0699f8041cf967060e3c201d0e84200a0e1c048f159113000501010d15385767220af8dafb991cfa40210a0b240a40f768230a0bf9347b15f792f74af75ef7eb8c1ff7f28afb50f755fb8b1bfb23fb0847fb06531f870b15fb3129f716f75ff75feef713f730f729effb07fb6bfb6c27fb09fb291f0bf797f7398f06fb09c9f7044bf7221b0b000000010000000304ddfb0e18965f0f3cf5001b080000000000dcf2bf9e00000000dcf2bfdbfc2afd79140e088e0000000600020000000000000795007e0440003c0488005d0001000007b6fe0a0000148cfc2af9a3140e000100000000000000000000000000000003000404e3025800050000053304cd0000009a053304cd000002cd00af027a0000020007030000000200040000000100000000000000000000000052534d5300c00061006207b6fe0a000007b601f60000000100000000042005c000000020000c00000007005a0003000104090000009000000003000104090001002e00900003000104090002000e00be0003000104090003004800cc0003000104090004002e00900003000104090005003601140003000104090006002a014a0043006f007000790072006900670068007400200032003000320030002000540068006500200049006e007400650072002000500072006f006a00650063007400200041007500740068006f007200730020002800680074007400700073003a002f002f006700690074006800750062002e0063006f006d002f00720073006d0073002f0069006e00740065007200290049006e00740065007200200044006900730070006c00610079002000530065006d006900200042006f006c00640052006500670075006c006100720049006e0074006500720044006900730070006c00610079002d00530065006d00690042006f006c0064003a0032003000320031003a00320037003000640034003200330062006100560065007200730069006f006e00200033002e003000310039003b006700690074002d0032003700300064003400320033006200610049006e0074006500720044006900730070006c00610079002d00530065006d00690042006f006c00640000000000020000000300000014000300010000001400040020000000040004000100000062ffff00000061ffffffa00001000000000003000000000000fec000af000000000000000000000000000000000000000000010000000c00000000000000010001000200010001000000010000000a001c001e000144464c540008000400000000ffff00000000000000010000000a00260028000244464c54000e6c61746e0018000400000000ffff000000000000000000000000');
INSERT INTO public.blob VALUES ('ahorn', '06f21cb171f614906b6ae9096d3a7436d9a470aea8bcd2245305b08f728d0fcc', '\x89504e470d0a1a0a0000000d49484452000000080000000808020000004b6d29dc0000001449444154789c6364686860c00698b08a0e5a0900cc88011050900dca0000000049454e44ae426082');
INSERT INTO public.blob VALUES ('ahorn', 'bc5756fcb309d9e7208df503ddca2d04ef7f8684d1d728177786bb8fa3e6ff1e', '\x3c73766720786d6c6e733d22687474703a2f2f7777772e77332e6f72672f323030302f73766722206865696768743d223132222076696577426f783d22302030203430203132222077696474683d223430223e0a3c726563742066696c6c3d222330303662366222206865696768743d223132222077696474683d223430222f3e0a3c2f7376673e0a');
INSERT INTO public.blob VALUES ('ahorn', 'b90958cd5696167c0d5e9c99d3683c68313a8466f694e67bf1ae706ca90bd6ab', '\x626c6f636b3a206e6f746963650a76657273696f6e3a2027312e30270a7469746c653a207b656e3a20526967687420746f206f626a6563742c2064653a2057696465727370727563682c206f663a207b64653a203339666362383034636331317d7d0a6f776e65723a20636f6d706c69616e63650a6a7572697364696374696f6e3a205b44455d0a6369746174696f6e3a2042474220c2a720363735670a736f757263655f6c616e67756167653a20656e0a7265766965775f62793a2027323039392d31322d3331270a6566666563746976653a207b66726f6d3a2027323032362d30312d3031277d0a6c6f636b3a206c6f636b65640a6c6f6e673a0a20202d2069643a20746578740a20202020747970653a20746578740a20202020746578743a0a202020202020656e3a20596f75206d6179206f626a6563742077697468696e2074776f206d6f6e7468732e0a20202020202064653a20536965206bc3b66e6e656e2062696e6e656e207a776569204d6f6e6174656e207769646572737072656368656e2e0a2020202020206f663a207b64653a206434613034353734346465337d0a73686f72743a0a2020656e3a20596f75206d6179206f626a6563742077697468696e2074776f206d6f6e7468732e0a202064653a20536965206bc3b66e6e656e2062696e6e656e207a776569204d6f6e6174656e207769646572737072656368656e2e0a20206f663a207b64653a206434613034353734346465337d0a');
INSERT INTO public.blob VALUES ('ahorn', 'aba51e0022b97c4d25002db2d35efaf3f1ffc6ca921a692b28e0006631b06318', '\x64696374696f6e6172793a206c65747465720a76657273696f6e3a2027312e30270a7469746c653a207b656e3a204c65747465722c2064653a2042726965667d0a6669656c64733a0a202069643a207b747970653a20746578742c2061733a2069642c206c6162656c3a207b656e3a204e756d6265722c2064653a204e756d6d65727d2c2073616d706c653a202731277d0a20206c616e67756167653a207b747970653a20746578742c2061733a206c616e67756167652c206c6162656c3a207b656e3a204c616e67756167652c2064653a20537072616368657d2c2073616d706c653a20656e7d0a2020656d61696c3a207b747970653a20656d61696c2c2061733a20656d61696c2c20707269766163793a20706572736f6e616c2c206c6162656c3a207b656e3a20416464726573732c2064653a20416472657373657d2c2073616d706c653a20616461406578616d706c652e636f6d7d0a202070686f6e653a207b747970653a2070686f6e652c2061733a2070686f6e652c20707269766163793a20706572736f6e616c2c206c6162656c3a207b656e3a2050686f6e652c2064653a2054656c65666f6e7d2c2073616d706c653a20272b34393135313132333435363738277d0a2020646179733a207b747970653a20696e74656765722c206c6162656c3a207b656e3a20446179732c2064653a20546167657d2c2073616d706c653a2031347d0a');
INSERT INTO public.blob VALUES ('ahorn', '0abadbde370239e7d07b1a252f84778f3764baac72e904f4020bbec037ab57b6', '\x636c6173733a206c65747465720a76657273696f6e3a2027312e30270a7469746c653a207b656e3a204c65747465722c2064653a2042726965667d0a6f776e65723a20636f6d706c69616e63650a6368616e6e656c733a205b656d61696c2c20736d735d0a72657175697265643a0a20202d207b626c6f636b3a206e6f746963657d0a736d735f7365676d656e74733a20330a6c616e67756167655f66616c6c6261636b3a20656e0a6368616e6e656c5f66616c6c6261636b3a20656d61696c0a');
INSERT INTO public.blob VALUES ('ahorn', '75173bba3c713332dc1d78bb8506c6312b2349d33e512c0acf14318f24a990a0', '\x74656d706c6174653a206c65747465720a76657273696f6e3a2027312e30270a7469746c653a207b656e3a2041206c65747465722c2064653a2045696e2053636872656962656e2c206f663a207b64653a203036633338326333343238357d7d0a6c616e6775616765733a205b656e2c2064655d0a636c6173733a206c65747465720a64696374696f6e6172793a206c65747465720a6272616e64733a205b61686f726e5d0a6a7572697364696374696f6e3a2044450a6d657373616765733a0a20207375626a6563743a207b656e3a20596f7572206c65747465722c2064653a204968722053636872656962656e2c206f663a207b64653a206434643639376538613331377d7d0a626f64793a0a20202d2069643a20686561646c696e650a20202020747970653a2068656164696e670a202020206c6576656c3a20310a20202020746578743a207b656e3a20596f7572206c65747465722c2064653a204968722053636872656962656e2c206f663a207b64653a206434643639376538613331377d7d0a20202d2069643a206f70656e696e670a20202020747970653a20746578740a20202020746578743a0a202020202020656e3a20596f752068617665207b7b2064617973207c206e756d626572207d7d20646179732e0a20202020202064653a2053696520686162656e207b7b2064617973207c206e756d626572207d7d20546167652e0a2020202020206f663a207b64653a206134306335363930386232307d0a2020202073686f72743a0a202020202020656e3a20596f752068617665207b7b2064617973207c206e756d626572207d7d20646179732e0a20202020202064653a2053696520686162656e207b7b2064617973207c206e756d626572207d7d20546167652e0a2020202020206f663a207b64653a206134306335363930386232307d0a20202d207b69643a206e6f746963652c20747970653a20636c617573652c20626c6f636b3a206e6f746963652c20666f6c6c6f773a20617070726f7665642c206d616e6461746f72793a20747275657d0a');
INSERT INTO public.blob VALUES ('ahorn', '4c786cde16faa3b083fef483a0534148f829b3e2b5a5cf0d8c27d7b0339db5aa', '\x74656d706c6174653a2072656d696e6465720a76657273696f6e3a2027312e30270a7469746c653a207b656e3a20412072656d696e6465722c2064653a2045696e2053636872656962656e2c206f663a207b64653a203661306263383232646331357d7d0a6c616e6775616765733a205b656e2c2064655d0a636c6173733a206c65747465720a64696374696f6e6172793a206c65747465720a6272616e64733a205b61686f726e5d0a6a7572697364696374696f6e3a2044450a6d657373616765733a0a20207375626a6563743a207b656e3a20596f75722072656d696e6465722c2064653a204968722053636872656962656e2c206f663a207b64653a206132326638633830666230617d7d0a626f64793a0a20202d2069643a20686561646c696e650a20202020747970653a2068656164696e670a202020206c6576656c3a20310a20202020746578743a207b656e3a20596f75722072656d696e6465722c2064653a204968722053636872656962656e2c206f663a207b64653a206132326638633830666230617d7d0a20202d2069643a206f70656e696e670a20202020747970653a20746578740a20202020746578743a0a202020202020656e3a20596f752068617665207b7b2064617973207c206e756d626572207d7d20646179732e0a20202020202064653a2053696520686162656e207b7b2064617973207c206e756d626572207d7d20546167652e0a2020202020206f663a207b64653a206134306335363930386232307d0a2020202073686f72743a0a202020202020656e3a20596f752068617665207b7b2064617973207c206e756d626572207d7d20646179732e0a20202020202064653a2053696520686162656e207b7b2064617973207c206e756d626572207d7d20546167652e0a2020202020206f663a207b64653a206134306335363930386232307d0a20202d207b69643a206e6f746963652c20747970653a20636c617573652c20626c6f636b3a206e6f746963652c20666f6c6c6f773a20616c776179732c206d616e6461746f72793a20747275657d0a');
INSERT INTO public.blob VALUES ('ahorn', 'facc1c65f214ec62a5405a3728e26b7e6a415f31b1c836aef52cfa733c3ce5a5', '\x7b0a2020227469746c65223a207b22656e223a2022536f6d65626f6479222c20226465223a2022497267656e64776572227d2c0a2020227265636f7264223a207b226964223a202231222c20226c616e6775616765223a2022656e222c2022656d61696c223a2022616461406578616d706c652e636f6d222c202270686f6e65223a20222b34393135313132333435363738222c202264617973223a2031347d0a7d0a');
INSERT INTO public.blob VALUES ('ahorn', '77f17e512af736901ad9d1e4f3b310a6e61f93ece4caf804f318f68a51ebb080', '\x626c6f636b3a206e6f746963650a76657273696f6e3a2027312e31270a7469746c653a207b656e3a20526967687420746f206f626a6563742c2064653a2057696465727370727563682c206f663a207b64653a203339666362383034636331317d7d0a6f776e65723a20636f6d706c69616e63650a6a7572697364696374696f6e3a205b44455d0a6369746174696f6e3a2042474220c2a720363735670a736f757263655f6c616e67756167653a20656e0a7265766965775f62793a2027323039392d31322d3331270a6566666563746976653a207b66726f6d3a2027323032362d30312d3031277d0a6c6f636b3a206c6f636b65640a6c6f6e673a0a20202d2069643a20746578740a20202020747970653a20746578740a20202020746578743a0a202020202020656e3a20596f75206d6179206f626a6563742077697468696e207468726565206d6f6e7468732e0a20202020202064653a20536965206bc3b66e6e656e2062696e6e656e207a776569204d6f6e6174656e207769646572737072656368656e2e0a2020202020206f663a207b64653a203834633262363739626636357d0a73686f72743a0a2020656e3a20596f75206d6179206f626a6563742077697468696e207468726565206d6f6e7468732e0a202064653a20536965206bc3b66e6e656e2062696e6e656e207a776569204d6f6e6174656e207769646572737072656368656e2e0a20206f663a207b64653a203834633262363739626636357d0a');
INSERT INTO public.blob VALUES ('ahorn', '5f50c880b1dcccf2f2b732b26fe87a79a34a6868154bf617be35d6069cebd8b8', '\x74656d706c6174653a206c65747465720a76657273696f6e3a2027312e31270a7469746c653a207b656e3a2041206c65747465722c2064653a2045696e2053636872656962656e2c206f663a207b64653a203036633338326333343238357d7d0a6c616e6775616765733a205b656e2c2064655d0a636c6173733a206c65747465720a64696374696f6e6172793a206c65747465720a6272616e64733a205b61686f726e5d0a6a7572697364696374696f6e3a2044450a6d657373616765733a0a20207375626a6563743a207b656e3a20596f7572206c65747465722c2064653a204968722053636872656962656e2c206f663a207b64653a206434643639376538613331377d7d0a626f64793a0a20202d2069643a20686561646c696e650a20202020747970653a2068656164696e670a202020206c6576656c3a20310a20202020746578743a207b656e3a20596f7572206c65747465722c2064653a204968722053636872656962656e2c206f663a207b64653a206434643639376538613331377d7d0a20202d2069643a206f70656e696e670a20202020747970653a20746578740a20202020746578743a0a202020202020656e3a20546865726520617265207b7b2064617973207c206e756d626572207d7d20646179732e0a20202020202064653a2053696520686162656e207b7b2064617973207c206e756d626572207d7d20546167652e0a2020202020206f663a207b64653a203261663131333462643433627d0a2020202073686f72743a0a202020202020656e3a20546865726520617265207b7b2064617973207c206e756d626572207d7d20646179732e0a20202020202064653a2053696520686162656e207b7b2064617973207c206e756d626572207d7d20546167652e0a2020202020206f663a207b64653a203261663131333462643433627d0a20202d207b69643a206e6f746963652c20747970653a20636c617573652c20626c6f636b3a206e6f746963652c20666f6c6c6f773a20617070726f7665642c206d616e6461746f72793a20747275657d0a');
INSERT INTO public.blob VALUES ('ahorn', '3c152cb86caecb5d04569e96788961bb7d01d4bfe333e4f7f397f854ca84d7d0', '\x626c6f636b3a206e6f746963650a76657273696f6e3a2027312e32270a7469746c653a207b656e3a20526967687420746f206f626a6563742c2064653a2057696465727370727563682c206f663a207b64653a203339666362383034636331317d7d0a6f776e65723a20636f6d706c69616e63650a6a7572697364696374696f6e3a205b44455d0a6369746174696f6e3a2042474220c2a720363735670a736f757263655f6c616e67756167653a20656e0a7265766965775f62793a2027323039392d31322d3331270a6566666563746976653a207b66726f6d3a2027323032362d30312d3031277d0a6c6f636b3a206c6f636b65640a6c6f6e673a0a20202d2069643a20746578740a20202020747970653a20746578740a20202020746578743a0a202020202020656e3a20596f75206d6179206f626a6563742077697468696e20666f7572206d6f6e7468732e0a20202020202064653a20536965206bc3b66e6e656e2062696e6e656e207a776569204d6f6e6174656e207769646572737072656368656e2e0a2020202020206f663a207b64653a203364303236383862616336657d0a73686f72743a0a2020656e3a20596f75206d6179206f626a6563742077697468696e20666f7572206d6f6e7468732e0a202064653a20536965206bc3b66e6e656e2062696e6e656e207a776569204d6f6e6174656e207769646572737072656368656e2e0a20206f663a207b64653a203364303236383862616336657d0a');
INSERT INTO public.decision VALUES (1, 'ahorn', 'r-0c16088e9c', 'approved', 'p-f045bcf8e3f7', 'p-f045bcf8e3f7', 'content', '2026-11-02T08:03:00.000000Z', '7d4fb17557a4cda7e794e4b0b033e39a44b55042993a063464dafecf02018500', 'because', '1be6a50bc0f51a4f', '4729ef8f4c99fa7cd828ff6cc796f961d9d8f4004793470a1f732d531549791f0240b58a7a8a1cb6f14ec69501cf76b8dad0f4738c296e8e6dea29209df61f06');
INSERT INTO public.decision VALUES (2, 'ahorn', 'r-0c16088e9c', 'approved', 'p-1c15a29f247d', 'p-1c15a29f247d', 'compliance', '2026-11-02T08:04:00.000000Z', '7d4fb17557a4cda7e794e4b0b033e39a44b55042993a063464dafecf02018500', 'because', '1be6a50bc0f51a4f', '725dbb15a86bcb436f2d5bd78d00473820ee049e967391a45f5e85730ac88dbc75ea7a85d80ff29aed2f21f800cb8283d96e0a08e35508900657744cb69a5608');
INSERT INTO public.decision VALUES (3, 'ahorn', 'r-7eaa6eb15e', 'approved', 'p-f045bcf8e3f7', 'p-f045bcf8e3f7', 'content', '2026-11-02T09:03:00.000000Z', '61877c4a2f2b6f870e33eb021e52df02bfe627ab667d6ffc62dfff7af1f82f7b', 'because', '1be6a50bc0f51a4f', '6f14df0cb4f5695cf8aac061946d4430ceee27c2a7799426c26840d378e89379e1fa1d68e93b3414d844a577b07f4eba4385d0b933cd236eb78c2c4eff18df0f');
INSERT INTO public.decision VALUES (4, 'ahorn', 'r-7eaa6eb15e', 'approved', 'p-1c15a29f247d', 'p-1c15a29f247d', 'compliance', '2026-11-02T09:04:00.000000Z', '61877c4a2f2b6f870e33eb021e52df02bfe627ab667d6ffc62dfff7af1f82f7b', 'because', '1be6a50bc0f51a4f', '5c8f4e583de7e3c81d971f008cabed27eac43985bbaeedb2b8ff259c4c8ecbaf3725058a73cd164e44411ddc59cf40184035de15b20d6fbafddaed0014595c00');
INSERT INTO public.decision VALUES (5, 'ahorn', 'r-add6a13b45', 'approved', 'p-f045bcf8e3f7', 'p-f045bcf8e3f7', 'content', '2026-11-02T09:07:00.000000Z', '434a06147c385a914208d55f544b985b9cd32b2a370d57b4ed379012bf178a93', 'because', '1be6a50bc0f51a4f', 'a90ea0bf014da605c1f3a16ee03428fe86a480c789014aab1c6f296c987eda8019b33d554fe48fac237248be85acfd4d90590406b0bd6956b5e0614ee93ac403');
INSERT INTO public.decision VALUES (6, 'ahorn', 'r-f5e5de0f54', 'rejected', 'p-f045bcf8e3f7', 'p-f045bcf8e3f7', 'content', '2026-11-02T09:10:00.000000Z', 'b27c203cb616b204a85cfd4186e0b6a26dd45d32931bf24cc8db3180780422eb', 'not like that', '1be6a50bc0f51a4f', '1c390ef3ff84fd0be481cb32ed528feab18b7e139fd4ae08e663968cadb137f95b7f6ce1802fc5fc538e07ec5ea4ea4f5ac6579c795863eae4039449a0ab120e');
INSERT INTO public.decision VALUES (7, 'ahorn', 'r-93e4664858', 'approved', 'p-f045bcf8e3f7', 'p-f045bcf8e3f7', 'content', '2026-11-02T09:13:00.000000Z', 'ee76c3b493693c2d178b33ee3a32819b32faded920bc12fbb2902dcd64bbde41', 'because', '1be6a50bc0f51a4f', '3fabe95dba0b939eac59eeddca7ca4c4981129456c21ce61fdc8c8599c3a8b02febb687a10a6ea5305203a5e974dbb48ce534ed7ce74f2f5fe51e19533d12600');
INSERT INTO public.entry VALUES ('ahorn', 0, '2026-11-02T08:00:00.000000Z', NULL, 'founded', '{"key":"335ec8e1fb4ca33a55d8e473a53e29519c9e21771b001f504907eab9ff363c43","organisation":"ahorn","title":"Ahorn Bank"}', '', 'ddd2fb8bf008096f0a2a28652b539bdd27f88c82f0046af213e9fd03bac28212');
INSERT INTO public.entry VALUES ('ahorn', 1, '2026-11-02T08:00:00.000000Z', NULL, 'person-added', '{"login":"ada","person":"p-f65b66f87f62"}', '{"person":["p-f65b66f87f62 d1fef0299774b44adbb732aa4cb4c70ce862762177f96dcef82be62cc90c26e4"]}', '4cb0cbf03f0a43f01c6606136a94c49d57e388111597e47e93eee68514884db6');
INSERT INTO public.entry VALUES ('ahorn', 2, '2026-11-02T08:00:00.000000Z', NULL, 'role-granted', '{"area":"*","changes":[],"number":1,"person":"p-f65b66f87f62","role":"admin","step":""}', '{"granted":["d49d10dd3163f97a49e6eb4d4f1c91f45fcd959a2caf3170b4f8fc58adfb14d3"]}', 'bf820e3611ff3d58c55b0b320c4f72ef6197029684e5450d9f4e833d67328ee1');
INSERT INTO public.entry VALUES ('ahorn', 3, '2026-11-02T08:00:00.000000Z', 'p-f65b66f87f62', 'person-added', '{"login":"bob","person":"p-95968115f39f"}', '{"person":["p-95968115f39f 5b96cd029e3e971e10fe40049887940078096ba8d14521b8d4b72e3a28fbc5bf"]}', '424dc733ff0c4015df028062e1ebbc48beb20eba62bae2344ea18929e96981fd');
INSERT INTO public.entry VALUES ('ahorn', 4, '2026-11-02T08:00:00.000000Z', 'p-f65b66f87f62', 'role-granted', '{"area":"*","changes":[],"number":2,"person":"p-95968115f39f","role":"author","step":""}', '{"granted":["59bf94b3666ad51fcb0f0f767c69e24873b30050dfa92a2034068376fea94a01"]}', '63eacda176bad9076677f0adca3da08e4a8e9ee1cffeb6455290cd57ea3ecfc3');
INSERT INTO public.entry VALUES ('ahorn', 5, '2026-11-02T08:00:00.000000Z', 'p-f65b66f87f62', 'person-added', '{"login":"law","person":"p-7e5022c636bf"}', '{"person":["p-7e5022c636bf e234cca4b0766f4e1e0f07d02aed2227163c238e09711cfdc72fd013cc4ffbe0"]}', '107a24c09c7b724e75415a5f2e1f73288eba9eeb294e761abaae3044f8e6d0d8');
INSERT INTO public.entry VALUES ('ahorn', 6, '2026-11-02T08:00:00.000000Z', 'p-f65b66f87f62', 'role-granted', '{"area":"*","changes":["style","layout","business wording","data contract","rule","regulated wording"],"number":3,"person":"p-7e5022c636bf","role":"author","step":""}', '{"granted":["62e36a8c2ae8768866ebc8366da86241671dcefd25e4162df8c596abd3d96e3c"]}', '19ce9472a654c1652a9734ee287152a7ef15167e7921691182fbd68107840f5a');
INSERT INTO public.entry VALUES ('ahorn', 7, '2026-11-02T08:00:00.000000Z', 'p-f65b66f87f62', 'person-added', '{"login":"carl","person":"p-f045bcf8e3f7"}', '{"person":["p-f045bcf8e3f7 22fd2ca16f8727937c6726fe416a1de6a6d6b0cb522d513efee775e5baf46865"]}', '57ead636131eee31de2b4989ffb5683d69a0318f961fa5bd79d34887eca2d89c');
INSERT INTO public.entry VALUES ('ahorn', 8, '2026-11-02T08:00:00.000000Z', 'p-f65b66f87f62', 'role-granted', '{"area":"*","changes":[],"number":4,"person":"p-f045bcf8e3f7","role":"reviewer","step":"content"}', '{"granted":["d3f0297f01b2be0c3bfdcaa86704cdef51032f9ddaf034531e4e43a766496df0"]}', 'a5c1338a2bf6c1da0caa46c3b4ee46df65125af6c93e9c12e670ab310f88162c');
INSERT INTO public.entry VALUES ('ahorn', 9, '2026-11-02T08:00:00.000000Z', 'p-f65b66f87f62', 'person-added', '{"login":"cora","person":"p-41da60b898af"}', '{"person":["p-41da60b898af 436a5bc91b079645e814b33f9ad0bf75fe6298fcb7a50f84f96b1d383c0a556f"]}', 'e0853943a02ad8363035aa320ab99113283fb85522373bab9d342e5e02f035b8');
INSERT INTO public.entry VALUES ('ahorn', 10, '2026-11-02T08:00:00.000000Z', 'p-f65b66f87f62', 'role-granted', '{"area":"*","changes":[],"number":5,"person":"p-41da60b898af","role":"reviewer","step":"content"}', '{"granted":["d11a3d5f9e495007141e97c27dc4fd7b67a8b7cf6afb9c771a771188dd76a6bb"]}', '9cf5778f9d7b8e4bc888ad2195419513c3a38ccd1ca6f3c2e6ecf2c02c3627d6');
INSERT INTO public.entry VALUES ('ahorn', 11, '2026-11-02T08:00:00.000000Z', 'p-f65b66f87f62', 'role-granted', '{"area":"*","changes":[],"number":6,"person":"p-41da60b898af","role":"reviewer","step":"compliance"}', '{"granted":["0bc1b39b507111988e37d5677d97670bade4a4f64a65acd21469d2f388c0003a"]}', '745474ba35183d1f47b103858be0dfa0f0edc8d9fc8daa616caae03f5d2b23da');
INSERT INTO public.entry VALUES ('ahorn', 12, '2026-11-02T08:00:00.000000Z', 'p-f65b66f87f62', 'person-added', '{"login":"dora","person":"p-1c15a29f247d"}', '{"person":["p-1c15a29f247d de0399bad745fbb32ac689bcf0023ffad142a8dfb665947136c7f5d1c4cf05f9"]}', '9c70eaeee3f90958f083e60924f020c1fb470e5a8cfa0862ef6cff6dde0b7e3c');
INSERT INTO public.entry VALUES ('ahorn', 13, '2026-11-02T08:00:00.000000Z', 'p-f65b66f87f62', 'role-granted', '{"area":"*","changes":[],"number":7,"person":"p-1c15a29f247d","role":"reviewer","step":"compliance"}', '{"granted":["b7190081b9eb29a9eafb223196531cab08826b70cc52f3766086e4acadeb5684"]}', 'bf29614f8de0fd37d96c21740f052bc62fab6fd23ef2301e6ebbeaea43cd5beb');
INSERT INTO public.entry VALUES ('ahorn', 14, '2026-11-02T08:00:00.000000Z', 'p-f65b66f87f62', 'person-added', '{"login":"paul","person":"p-44bee4dc4e1d"}', '{"person":["p-44bee4dc4e1d ddf3b1f32f77c133e519d56409ce1fd2f228d5e9e02585242fe7c9c29d2b057b"]}', '81da5220686bb44a4488ef4c85e03d5ef1bca2e41519168e464f62cf8985a6b4');
INSERT INTO public.entry VALUES ('ahorn', 15, '2026-11-02T08:00:00.000000Z', 'p-f65b66f87f62', 'role-granted', '{"area":"*","changes":[],"number":8,"person":"p-44bee4dc4e1d","role":"publisher","step":""}', '{"granted":["cba03b2d0963db032371987c882a88b80fcd56e60bfa6c8e6e78b8028d1181f7"]}', 'a964f0f74c03dd9e669895fbaab39863b2dc0cc7ddc4a237819f26819ddaee29');
INSERT INTO public.entry VALUES ('ahorn', 16, '2026-11-02T08:00:00.000000Z', 'p-f65b66f87f62', 'person-added', '{"login":"olga","person":"p-9dcfafcb1350"}', '{"person":["p-9dcfafcb1350 a071d4d363ae847f260ac2bdabb61af692ea222a6bd23cb8367cddb0fda211c6"]}', '9577dd307fdc73e3068abfb18d9d10c66562bf9d01f3259d6a5c08a063f12e3e');
INSERT INTO public.entry VALUES ('ahorn', 17, '2026-11-02T08:00:00.000000Z', 'p-f65b66f87f62', 'role-granted', '{"area":"*","changes":[],"number":9,"person":"p-9dcfafcb1350","role":"operator","step":""}', '{"granted":["c0857158175a9b1d64fc24369e42096611a2c37404e002cb69ac6e9dbd54c947"]}', 'a9be5e9c9c4b640dfc7e789413f13cace4ac3b121a605138e792a9994f34b9fb');
INSERT INTO public.entry VALUES ('ahorn', 18, '2026-11-02T08:00:00.000000Z', 'p-f65b66f87f62', 'person-added', '{"login":"udo","person":"p-cd1592af7f47"}', '{"person":["p-cd1592af7f47 59b1ea0b61b1cc09afdea38d3016e81f40a0d50a2241662ecee9449f7ba463a1"]}', '6f551a6515e4fb5493b74c6c915ca1abea4dce846e50e52b3e89e895de226c23');
INSERT INTO public.entry VALUES ('ahorn', 19, '2026-11-02T08:00:00.000000Z', 'p-f65b66f87f62', 'role-granted', '{"area":"*","changes":[],"number":10,"person":"p-cd1592af7f47","role":"auditor","step":""}', '{"granted":["3b8b432909b0186c7b8908c0a17d364c045e6b448ff394155c1abaf1d1349728"]}', '6fc3872769eb54d0db647edcbf02c7983be2600423f6653546af69acddfa8514');
INSERT INTO public.entry VALUES ('ahorn', 20, '2026-11-02T08:00:00.000000Z', 'p-f65b66f87f62', 'person-added', '{"login":"nora","person":"p-70c751c946ba"}', '{"person":["p-70c751c946ba 2d07770a88ba81071d6926ac9f3237117fc524580b12bc36d65987916b743938"]}', '15c5f34d185d52b4363f348587c65c590886490391dbfc05f5cfaabf8412553a');
INSERT INTO public.entry VALUES ('ahorn', 21, '2026-11-02T08:01:00.000000Z', 'p-7e5022c636bf', 'saved', '{"hash":"0f35828be73834512ea4e67a0c580d4307287adfef04509ee5ca0f2ba56281b5","kind":"theme","name":"ahorn","origin":"import","revision":1,"version":"1.0"}', '', 'ba11b40c70929462dae8daa6f19de4a19243bf5a3f3809a3f70813176fe55249');
INSERT INTO public.entry VALUES ('ahorn', 22, '2026-11-02T08:01:00.000000Z', 'p-7e5022c636bf', 'saved', '{"hash":"6f14c3a6470d887dc1cf70e982790c0f35f69b4e1b25383be05dae159a254a6a","kind":"block","name":"notice","origin":"import","revision":2,"version":"1.0"}', '', 'd30e4d4c8b22295fcd3c031833c9136a183ce665719441fbdd9050f4c279315d');
INSERT INTO public.entry VALUES ('ahorn', 23, '2026-11-02T08:01:00.000000Z', 'p-7e5022c636bf', 'saved', '{"hash":"499b186f41f409fa4d53c8986d9c33b7e561fddb2008b6a179ee67625506b3de","kind":"dictionary","name":"letter","origin":"import","revision":3,"version":"1.0"}', '', '2076c9c8902a4b6c3bae77b0541c0ff15d97133d51e95d0cbaf51c6821eff50e');
INSERT INTO public.entry VALUES ('ahorn', 24, '2026-11-02T08:01:00.000000Z', 'p-7e5022c636bf', 'saved', '{"hash":"a9daa6542defa367a713b6cc3b4a1a03f0f3cd0850e86621e57f5231b53810c7","kind":"class","name":"letter","origin":"import","revision":4,"version":"1.0"}', '', '58a044ef9e58d10f8d261cbb77b04161931c1621c4aed17f57ea8f1618d386a4');
INSERT INTO public.entry VALUES ('ahorn', 25, '2026-11-02T08:01:00.000000Z', 'p-7e5022c636bf', 'saved', '{"hash":"a011be4d3eab872f601da176ef7d1b7782ae7fe4cad36396258846b5fe9e2e9a","kind":"template","name":"letter","origin":"import","revision":5,"version":"1.0"}', '', '31c3f8dc6df52aaecbe2824b1f8d196d1998e130720e5722fea981ef3b981e11');
INSERT INTO public.entry VALUES ('ahorn', 26, '2026-11-02T08:01:00.000000Z', 'p-7e5022c636bf', 'saved', '{"hash":"98b4c477b9809bbbe261d4c794620a5e6917f4512d5c28565bb33ec371fe18b7","kind":"template","name":"reminder","origin":"import","revision":6,"version":"1.0"}', '', 'fafcc0ae718cf3406a2facaa172715446ebe1f76bfb7b405582e8d2244d1ebcf');
INSERT INTO public.entry VALUES ('ahorn', 27, '2026-11-02T08:01:00.000000Z', 'p-7e5022c636bf', 'saved', '{"hash":"2639a0cee0e8010088950c743a37dcf482ae1171096d6baae3c7cc13d7e7cde4","kind":"persona","name":"letter/plain","origin":"import","revision":7,"version":"1.0"}', '', 'bb0c94c9e28db340292588995ebb3dcd4ef8ae1728bc3809229c743c85df7073');
INSERT INTO public.entry VALUES ('ahorn', 28, '2026-11-02T08:01:00.000000Z', 'p-7e5022c636bf', 'imported', '{"items":7,"new":7}', '{"blob":["534f0badeb830f4c53ff2d262aa4ce070e6f8693f156d859f3da34c72b721328","53520940456b228eebc33b52e89310d19fbfe244df4a8415670e665a5abec56f","7668f1fd53e1bf09bcd5a072552fafe02230f51c8d9172198fe652b95b5eec66","7e9dadbe0d86c07d51aef7980cfa504ae9355b18acb645a5be4f88ee64035a13","866e84c8995bdd2c9f0b061887f7a3ec3707526144964574aa45a43418a4cdf5","9b94ad0b6d0db127c49a67397cfdc7f7c6b34cd6e25add303d8b82ed2cfb8df4","a257ac64f72ab2b56510d0ef403a1f7ff27f9b0bd0537baeb48886bdbffeb706","d52e7723e83894c360e459962f48cd93db6d8d1c2828e8dff16215757c8f5a1d","d5baad61f4c4d14213fd81d56c1593c748c654921f4702f909e367f26bed4cd8","d7eaf8ba00beed97ab894e10725f38f2a1f7e11c0b8cb5dbbe49bb6642bd1462","de5fce6d937bc2219d0d22b373934c0959a9206d91e32a8e86e4037d05b0b791","e636ea2233ab2ffbd4c248ab0e4a64688c4c44f7ae326f7f430b6c4be81823b8","f9904c1b43f4d258cbb79e18d747a32ba390986f20954aafcc0117cf34458c47","fb57fe7e36a5254e278268f82311d1e827c14d5da209255969e73d4684c216dc"],"reference":["0fbe80a970a283310df23a0d62de66c24ca3fb5895f46855fde8149012026953","3f3dd491b4f76abdab1760009a1d5f26f3ac9001d1d1b07435a17e33910ea1fa","437d6362183be822ed512b845248f84140afc7be23f79d7ad59c0b637312a087","5451996dd970c60400177c0c9343a7707028e9c760ed54736915f351c5519039","5a097a6c8169599a27392aec49cbaf25ba6d61647e2aebc718f8a3c5f6431552","5d4ac8bdc015468b0687609a481ac4762cefee11db7b8d300ec12a28092e7d75","6c5840ba63f8be50a9a4faf8fdab3c2a67b0fb1c7978a6128dcc28be2eaf42ab","7181dabedd7852394ffc94223d15fda6e49ca479bbdc7648ca78cf58e23bfb66","93396337ed923238bb0c02344c8fbfa7fc3a0e1b931ec41eed46502d63232af8","f1e8ccfb45db761d00407fa2ae5556abbc64cc639450875a9fbeb8014a258a22"],"revision":["306197d3036948bf4a970ea2c3dd37cff11981f3841625f649883b524483e0fb","72e242a99f12fc6bee649e24584107dd26c927d30c1bbf183bad484c822c1212","80b9b2ea5e7bd3ee53a8752a840de150ca08372e47617972bc0bf70eaa90e9ba","ce8e2a86f145fd33f5908d2d65802469929f3149c9f4bcbdafba943c34ce0aaf","dab3520e42244a24ba5882c8ea7d0a6df4b5535f0f0a337cb90001506c13d9e5","dffc4bcb1fe078bceba9726deb8ffa182cbdc42d814ee8f0167f85a7f363df86","fdba2b713e56301d1d2d77f33449747fa82a6a16a8e82bad9e2ccc26aaa678a4"]}', 'a23ae2f130387ac3a534d672b9be937e279d229f70ca27b61dc86c01017786cf');
INSERT INTO public.entry VALUES ('ahorn', 29, '2026-11-02T08:02:00.000000Z', 'p-7e5022c636bf', 'submitted', '{"authors":["p-7e5022c636bf"],"bundles":4,"change":"regulated wording","items":["theme ahorn 1.0","block notice 1.0","dictionary letter 1.0","class letter 1.0","template letter 1.0","template reminder 1.0"],"languages":[],"review":"r-0c16088e9c","steps":[["content",1],["compliance",1]],"subject":"7d4fb17557a4cda7e794e4b0b033e39a44b55042993a063464dafecf02018500"}', '{"review":["41d76206efba48a1eb93131162457a2a3d3f4a6a091845e032377a9ab3eb06d1"],"review_author":["58d917760317550192a3b38385ab7cf67a82a1386dde6f3e9879b2ef5f62d604"],"review_bundle":["1fa983d06db8e05fa55c10ac89ee7412afc462ce55c913c0e4a6c0b2dd168af1","452fe75a071bcb1193afccfadb91f1360b7cdbdd49a0dab875934b1c42607e29","4f5cb12ea7e76c604ea7fcbe038ba9e634f92e389680b2ed73ae4f867d7dedb1","e28cecc8860fed9fe9cdbcfce0c45ce66b4ed49748310b4d40b02346f2f10585"],"review_item":["01d255271a2fcd9885bfc6d220bdf36e47ffb3e22c6d8bea651765f295dc3fcf","121bb476f3cd450df67c2c06fb347f3bd02a9129feb45226311a44f0c1eae613","80296808003ebe8d55589dc9a7fd678988909f8ecf254612e0c98bc6dccbd5b3","90d1c2eeadd096456fd52ffaca49d578264ad343991f79ee90b89cd3573aa38a","a040f14e877382a0675a74e7319150cebeb6145464747997df6c27742824c54a","fb088f85b715ae322a2ac1a6719e77bf68bbf46bf5ab8019f2fa41dad6d54894"],"review_step":["6d95c98a7d03175b7dd95789ffe341c375bb6c584087cf466db7e5b2c6db1b63","be908483693edc1cd63de50cbe13856d9fbac93f1a818c1c146078ca29a1c49d"]}', '540413e999ca2715e81bf55206f1f54cdee8850e4b0e4816b437193858f89edf');
INSERT INTO public.entry VALUES ('ahorn', 30, '2026-11-02T08:03:00.000000Z', 'p-f045bcf8e3f7', 'decided', '{"key":"1be6a50bc0f51a4f","record":{"at":"2026-11-02T08:03:00.000000Z","behalf":null,"decision":"approved","meaning":"I have seen what these hashes stand for, and agree that it is sent.","person":"p-f045bcf8e3f7","reason":"because","review":"r-0c16088e9c","step":"content","subject":"7d4fb17557a4cda7e794e4b0b033e39a44b55042993a063464dafecf02018500"},"signature":"4729ef8f4c99fa7cd828ff6cc796f961d9d8f4004793470a1f732d531549791f0240b58a7a8a1cb6f14ec69501cf76b8dad0f4738c296e8e6dea29209df61f06"}', '{"decision":["06d053652d0aa81b2c46babc6deba4755cb8344d94b612c40454c5180cf9c601"]}', 'a66446b286289de49dab7f377dc32ebbd78b9148e0df3436aafb71f63f6d52f5');
INSERT INTO public.entry VALUES ('ahorn', 31, '2026-11-02T08:04:00.000000Z', 'p-1c15a29f247d', 'decided', '{"key":"1be6a50bc0f51a4f","record":{"at":"2026-11-02T08:04:00.000000Z","behalf":null,"decision":"approved","meaning":"I have seen what these hashes stand for, and agree that it is sent.","person":"p-1c15a29f247d","reason":"because","review":"r-0c16088e9c","step":"compliance","subject":"7d4fb17557a4cda7e794e4b0b033e39a44b55042993a063464dafecf02018500"},"signature":"725dbb15a86bcb436f2d5bd78d00473820ee049e967391a45f5e85730ac88dbc75ea7a85d80ff29aed2f21f800cb8283d96e0a08e35508900657744cb69a5608"}', '', '99f7437481bfd9e800cf72c9ca7eb101e7470367fa90d1c1a84579dc3074a0f2');
INSERT INTO public.entry VALUES ('ahorn', 32, '2026-11-02T08:04:00.000000Z', NULL, 'published', '{"review":"r-0c16088e9c","subject":"7d4fb17557a4cda7e794e4b0b033e39a44b55042993a063464dafecf02018500"}', '{"decision":["5b6d7aabc92bd4fb055d9a9b4ec22e0d2740284e65401286aa21b0682c423dc9"],"publication":["0b7dc1b65649d2ba9735d7bf3f5630461f937a1d10853ba674570e9e73448bd7","24e65ebe3a8b130f4c53f9520399c5ee7e26ca509a77801822f792ca6ac7cf88","7b7b25ac0f51067c862f5ce47cd09cb5ff75daf712aaa5654c1d7877dd11c5c8","aa79d0309fc7a189959ad594c391c4cc0bbb13a1782e693ee757350308dde530","f5d7dfdf903ebe4b35a5157889cc87bdc6154eab5a59047f6aa929219041bbed","fce74c672d353c30020ff9d8ba499484534b7a7a690dadeb4612baee31284e78"],"published_bundle":["3c402e9dc6317ae6c9f407c55d503688bb8d7931706a41af516aa824bead1568","47f53248b4153e5221cf7662ad52b09ee26c98c9f642037726641fddc2fa08fe","bc8393fd09e1edb540d3a33fbb757a582f8d606b481eab0254fcba07d6a676bb","ce1b4b4970ef9952a6c4401b798c321e68e4b2be251d253a331ed00dea34d9ec"]}', 'e857875c49dc517ca06c2d75cf5d35406fcc7dddda0a276f3e9ff52b0a87e622');
INSERT INTO public.entry VALUES ('ahorn', 33, '2026-11-02T09:01:00.000000Z', 'p-7e5022c636bf', 'saved', '{"hash":"c1ead9b6447d9697fe920d02fb3e06106b17d1d8a10a0bc8e5e115893777e552","kind":"block","name":"notice","origin":"save","revision":8,"version":"1.1"}', '{"blob":["458f5e78162a530a41c776d48db4f11dc9b9467690ed5335b799d92bf3958e46"],"revision":["19e1802b0a3718c160467295911ecf4c68dcedb3f1baedb3c79268e41e2d9dd6"]}', '2ab480bf1349e12365b340b7d80324d851b96da9fa9dca2e46b366cd098499f7');
INSERT INTO public.entry VALUES ('ahorn', 34, '2026-11-02T09:02:00.000000Z', 'p-7e5022c636bf', 'submitted', '{"authors":["p-7e5022c636bf"],"bundles":4,"change":"regulated wording","items":["block notice 1.1"],"languages":[],"review":"r-7eaa6eb15e","steps":[["content",1],["compliance",1]],"subject":"61877c4a2f2b6f870e33eb021e52df02bfe627ab667d6ffc62dfff7af1f82f7b"}', '{"review":["5c4634451e21912f3d5d634375754158aeaa9a2f98b5a86bffa5b36631ed889c"],"review_author":["93a80d120c6c23b6621e07627ad863bd6b0118c29d959efcfa2e91efa7969e82"],"review_bundle":["6a0f4f157bdf0f78c7392d4fe57ba85ea772eb57ed07fce41f75d432733af475","a7163b83b792d3b5fc2ccd79a735eec5bc63c98b27f806d871d460dcd4bc3114","ad45d63b8f2e51bae74c93348534222bf45505c710f13b1bcdddd52ce47a8add","fca22309384090f21502ede80fcad598de6669032d94106fb897ad172d7ae8a7"],"review_item":["eac0c1fbe45839cd26eaa3c53b59320b65b324176030098a0db5be43ce08ba89"],"review_step":["7d6a29bc44ee734d4571d253a7f30c7bca2e1e16d239111d32ca41944ebb9ef4","8029c739e200ce76b16f7a3831c2d46876a7a23dc2513afa47d20a02e2a2955e"]}', 'ca15f0bd20aca1fe08f52fdf292f12300cb38a4570ebd162a1fc8aeee987947b');
INSERT INTO public.entry VALUES ('ahorn', 35, '2026-11-02T09:03:00.000000Z', 'p-f045bcf8e3f7', 'decided', '{"key":"1be6a50bc0f51a4f","record":{"at":"2026-11-02T09:03:00.000000Z","behalf":null,"decision":"approved","meaning":"I have seen what these hashes stand for, and agree that it is sent.","person":"p-f045bcf8e3f7","reason":"because","review":"r-7eaa6eb15e","step":"content","subject":"61877c4a2f2b6f870e33eb021e52df02bfe627ab667d6ffc62dfff7af1f82f7b"},"signature":"6f14df0cb4f5695cf8aac061946d4430ceee27c2a7799426c26840d378e89379e1fa1d68e93b3414d844a577b07f4eba4385d0b933cd236eb78c2c4eff18df0f"}', '{"decision":["7b06723c3d1f24140bf3d19a3facecd191044fa671477d473f455bcf615566a5"]}', '5d45595b91bb8d99d95f6cb5d5142ef158eec564984160e94e4f9165003fe769');
INSERT INTO public.entry VALUES ('ahorn', 36, '2026-11-02T09:04:00.000000Z', 'p-1c15a29f247d', 'decided', '{"key":"1be6a50bc0f51a4f","record":{"at":"2026-11-02T09:04:00.000000Z","behalf":null,"decision":"approved","meaning":"I have seen what these hashes stand for, and agree that it is sent.","person":"p-1c15a29f247d","reason":"because","review":"r-7eaa6eb15e","step":"compliance","subject":"61877c4a2f2b6f870e33eb021e52df02bfe627ab667d6ffc62dfff7af1f82f7b"},"signature":"5c8f4e583de7e3c81d971f008cabed27eac43985bbaeedb2b8ff259c4c8ecbaf3725058a73cd164e44411ddc59cf40184035de15b20d6fbafddaed0014595c00"}', '', 'accf0c9c32f100b1fa461e4557834a8faf6c787deaa100d659461d6e3a9c7d33');
INSERT INTO public.entry VALUES ('ahorn', 37, '2026-11-02T09:04:00.000000Z', NULL, 'published', '{"review":"r-7eaa6eb15e","subject":"61877c4a2f2b6f870e33eb021e52df02bfe627ab667d6ffc62dfff7af1f82f7b"}', '{"decision":["67f0a3cb4610c53f128ff72624ff137ef10e0c54d84286d8df0ce3388ad43015"],"publication":["73294a832affa4aab1a9543a196bc67a5c694620f34e46083ccdb8c39363265a"],"published_bundle":["2c733d14c7ad8b4d312555445997214112f6b07533026621a0b86c593b1ae6c2","335c93962223335c1148dad09aacd5d8ee7f514e9f62d9c5276f6542c77afd8c","491a0d24cb41022ab1b2daa74a719626187f7f8859438c202c0450ef4413928e","8e19603bdeb200fdbe6361ab14f1426be90aeed0ad5a4be8a611946db109afc6"]}', '70d97504a040979d1aa2b6216c1896ee6c3fdea7300df251433251b5e36fea9c');
INSERT INTO public.entry VALUES ('ahorn', 38, '2026-11-02T09:05:00.000000Z', 'p-95968115f39f', 'saved', '{"hash":"556856390819d5640316711a642b0071119a1b21e5fb474e44b321f0ccc9d85b","kind":"template","name":"letter","origin":"save","revision":9,"version":"1.1"}', '{"blob":["9ad3b464644d4c023428d2380a107f1b5735da956ab78e583a38520d3ac3d1f2"],"reference":["7818783fe75cef38f1af6ae59200b72173032fca5b50e55ada0066cd379b0882","e9ee8673b6e2cce81dfe38208c9ae1eb76b0f88e2f95a73eb48eeb898e824df7","f19e28c747a5147d65a6377b8673b41da905f79117e7104e182f5aec991be4a4","f9ea4b437073858dca92a70b3976e45ecb6718e47cbbc411d0093f1e00e30f9e"],"revision":["0ba2cb0cdcd078c595f00b176be7b794714726269e50e639576356935394c3db"]}', 'c604af48c7dc7a6d48107e326e4c2b32bec0f72d3c5b71c3b231c674a096ae05');
INSERT INTO public.entry VALUES ('ahorn', 39, '2026-11-02T09:06:00.000000Z', 'p-95968115f39f', 'submitted', '{"authors":["p-95968115f39f"],"bundles":4,"change":"business wording","items":["template letter 1.1"],"languages":[],"review":"r-add6a13b45","steps":[["content",1]],"subject":"434a06147c385a914208d55f544b985b9cd32b2a370d57b4ed379012bf178a93"}', '{"review":["0e173eee7f25eac030118412fbd9d35112a7ddcd6d2528d9b091998e5900be02"],"review_author":["f5f53ffe15edf835ab817dee38a36b63106be978a11c98abd199f2dabf17e114"],"review_bundle":["0ed82210ee5388e59bf586db733532871efc8fc6d7c56f8fb80564f784e000f0","50d50d98f63715e6cc5a59ef1b7a2b8a1e1df924489b344f00187d541436c010","ec677bc50932f881229b5e90351cb5cb701d71fc5f91e435809744b4bf99d551","f3666ea54ae94e638f80a508b17a2691b1cb71e3a2c3f8bff2e345933e964580"],"review_item":["8681f15f2112d61ed9225607a94c3e9cf48c6f65fad85fc66fe8ac6385dafb8e"],"review_step":["d585b95eafc0891babf01a3baeb8f6836f67278552bc74cba2a2652187f6d569"]}', '8a121ec1c20dfe08c2bb249eb871d56611699cffa7d74952129d1aa334280ed1');
INSERT INTO public.entry VALUES ('ahorn', 40, '2026-11-02T09:07:00.000000Z', 'p-f045bcf8e3f7', 'decided', '{"key":"1be6a50bc0f51a4f","record":{"at":"2026-11-02T09:07:00.000000Z","behalf":null,"decision":"approved","meaning":"I have seen what these hashes stand for, and agree that it is sent.","person":"p-f045bcf8e3f7","reason":"because","review":"r-add6a13b45","step":"content","subject":"434a06147c385a914208d55f544b985b9cd32b2a370d57b4ed379012bf178a93"},"signature":"a90ea0bf014da605c1f3a16ee03428fe86a480c789014aab1c6f296c987eda8019b33d554fe48fac237248be85acfd4d90590406b0bd6956b5e0614ee93ac403"}', '', '49af00585e6bfe9990baf3cacbe71452cafdc1895441bfa199c51b2b2430f96e');
INSERT INTO public.entry VALUES ('ahorn', 41, '2026-11-02T09:07:00.000000Z', NULL, 'published', '{"review":"r-add6a13b45","subject":"434a06147c385a914208d55f544b985b9cd32b2a370d57b4ed379012bf178a93"}', '{"decision":["4ccb5cc23139f28bb639a49bc6beb9188d8e5b48b678e0d3021e3439312863e7"],"publication":["c4cc98c9c6e310486c8a11f989dab86b6aa7b5b2a5aa596274c1fcb7f054e707"],"published_bundle":["005b2363ff2833e6d61c5e6bfb73c76be2ca6cb355fca2a5df95ea124b63f77b","7a52e81180c4250ccc58fca2e24b36ac77935ecf7d24df035c08720006db9eee","af289098f2647b31d3d2afd69b97b458ccf22020f7d211cc78cc8c72d34f6453","fc3927d89aea92c49ada6e2a0ca4077ab58527000d85173ea9a32867f1401d99"]}', '05838813e0d537cc1f8738caddb5f165603d215f3daea6ac15a225796fe550f9');
INSERT INTO public.entry VALUES ('ahorn', 42, '2026-11-02T09:08:00.000000Z', 'p-95968115f39f', 'saved', '{"hash":"5ff78cc658416ec6e76980305c4ddb9080dc48c06ca45aec9b709ed38726fb74","kind":"template","name":"reminder","origin":"save","revision":10,"version":"1.1"}', '{"blob":["26706ae258493b4fbacfb607f3a82e33942b4f71323474dd05f16dbd41086159"],"reference":["1783cb7a890c6468bd31451b6477bb1ab0140d7e3517756010273c200cb82746","426e689b01fda7af70b784dabc32cca094e9ca9f9700506b6269a049cae71606","fbabe601cae972499cbf6e3912cd8e17ca2720d40b93c6198b9332832570f9c9","feea120f252f109e52f353b0039ee765fc0776e7efb56b8cedabcbbd321757be"],"revision":["9ffe1700c97e4f0c508525c61d3246ab81cd6f9e4075c3f15b57f31ed74cb524"]}', '8f585b09030a535aa3e6776e7c3d1898fc36c6f51502a4640b2bb27791917052');
INSERT INTO public.entry VALUES ('ahorn', 43, '2026-11-02T09:09:00.000000Z', 'p-95968115f39f', 'submitted', '{"authors":["p-95968115f39f"],"bundles":4,"change":"business wording","items":["template reminder 1.1"],"languages":[],"review":"r-f5e5de0f54","steps":[["content",1]],"subject":"b27c203cb616b204a85cfd4186e0b6a26dd45d32931bf24cc8db3180780422eb"}', '{"review":["1dca892a0f808e7866ccba84b8a329baf118ed13dedae57bd1f8504dd2b25a54"],"review_author":["9b36adc2abbeebd8e03754d4c37f9844e681e69953324e13e4baac5e09593dfb"],"review_bundle":["4b97c9d17c27f0c4e6068551db8e83ae536ab5cd58d248e7905b7366235a525d","5f0a20a0c510225b77e75fd2f7bc0b6ee246da36b44ea75b2da83fab02654a40","81b2d206d5ebe3aecd9b726ebef37ea04477d6f8ffa1afc79127c9a397d3249b","dcf8f4e93bbfacc436fcadb2218a1ae7d7272d8d79a53b8ec82beb3c52949557"],"review_item":["2b8e239043cf2fae4b566f6aa0813772f4287c7b78a7cf25e93df9e90e54f05a"],"review_step":["96a2d94ec93be2df9f588bd8ac3ca755d533ed7ea05d0dcb99787d883aa44e58"]}', '43077819d6d6903f68a424589c720c97ab640a090ae56812ba894d49201e21e1');
INSERT INTO public.entry VALUES ('ahorn', 44, '2026-11-02T09:10:00.000000Z', 'p-f045bcf8e3f7', 'decided', '{"key":"1be6a50bc0f51a4f","record":{"at":"2026-11-02T09:10:00.000000Z","behalf":null,"decision":"rejected","meaning":"This must not be sent as it is.","person":"p-f045bcf8e3f7","reason":"not like that","review":"r-f5e5de0f54","step":"content","subject":"b27c203cb616b204a85cfd4186e0b6a26dd45d32931bf24cc8db3180780422eb"},"signature":"1c390ef3ff84fd0be481cb32ed528feab18b7e139fd4ae08e663968cadb137f95b7f6ce1802fc5fc538e07ec5ea4ea4f5ac6579c795863eae4039449a0ab120e"}', '{"decision":["c0ceec0d94e1f499ae29cd169b165fc5aba5b0ab6e577700daf21e689afd6508"]}', 'b10038a89b3c5bf2d5173a3e528bebc840c3a06513b1a6e3e828cda5a201a593');
INSERT INTO public.entry VALUES ('ahorn', 45, '2026-11-02T09:11:00.000000Z', 'p-7e5022c636bf', 'saved', '{"hash":"7766df785f45bd745cdf520c0f7a229c7ef156832864f434e5493ebf11bd6120","kind":"block","name":"notice","origin":"save","revision":11,"version":"1.2"}', '{"blob":["a628874c1abf4f7236adc94af51e5092d5cafebb0a5d5460756918622f12898c"],"revision":["13200769e3dba487595909f37721db812a75b22ca3d7097bc6e1bdb5ebdee7ef"]}', '3d9a4449e7d9bd6730cd6aaa439c89db35f293b0be650ac9e000a9545f364586');
INSERT INTO public.entry VALUES ('ahorn', 46, '2026-11-02T09:12:00.000000Z', 'p-7e5022c636bf', 'submitted', '{"authors":["p-7e5022c636bf"],"bundles":4,"change":"regulated wording","items":["block notice 1.2"],"languages":[],"review":"r-93e4664858","steps":[["content",1],["compliance",1]],"subject":"ee76c3b493693c2d178b33ee3a32819b32faded920bc12fbb2902dcd64bbde41"}', '{"review":["723fe09672ce3cc3254934df34a727010533ed5c5d91f22b3792a49ba505b795"],"review_author":["4e2c4d1d1488be5bc63fd341b4a35e35fb5301e6c5f3193af04d7a3153279ee5"],"review_bundle":["6edb7fa465033b81a49637dfb97e2e71eef583e6fb01a71eca4e215c24a1681e","987dec410161d8fa7f24b8eeaafb265e9701810c8eeb7aa298675bef69dc1046","b501f335d0fa0adf7522c75fd0039c429efaad1628de13fe471bb444d5ff121d","dea7108ff6368fd5709e40f923779d78471c13bc57bac8745f41e5363179f43d"],"review_item":["87ba8f44d4f9a49f95aa00333a4ebf5aa88236ea64e0b53325e5c2bb02e896bb"],"review_step":["8aea2cbfa940bb8a48b8545c48e7f778bc5ec59eae8d7b7298013c6092367dee","ca432a4ebc80f5f9b32250f70f25b503eb27b18ac95040f95dc90a5b3296c0b2"]}', '457cef316b11c4abfbbb64b93bd3df98ca68bed9b135bdc54ac50cc95b7d8577');
INSERT INTO public.entry VALUES ('ahorn', 47, '2026-11-02T09:13:00.000000Z', 'p-f045bcf8e3f7', 'decided', '{"key":"1be6a50bc0f51a4f","record":{"at":"2026-11-02T09:13:00.000000Z","behalf":null,"decision":"approved","meaning":"I have seen what these hashes stand for, and agree that it is sent.","person":"p-f045bcf8e3f7","reason":"because","review":"r-93e4664858","step":"content","subject":"ee76c3b493693c2d178b33ee3a32819b32faded920bc12fbb2902dcd64bbde41"},"signature":"3fabe95dba0b939eac59eeddca7ca4c4981129456c21ce61fdc8c8599c3a8b02febb687a10a6ea5305203a5e974dbb48ce534ed7ce74f2f5fe51e19533d12600"}', '{"decision":["5732e85575371f8955319739d87abc13500d14edfffedb3b0538588fc1c39cf7"]}', '859d30f8666da910df4656e0942490efff773274e80b057e851f7f824aa656df');
INSERT INTO public.entry VALUES ('ahorn', 48, '2026-11-02T09:14:00.000000Z', 'p-44bee4dc4e1d', 'retired', '{"kind":"template","name":"letter","reason":"a slip","version":"1.1"}', '{"retirement":["a90a8a4d922811f496b5a25bb2cc1f4b9b69d85fa52c97363ec292b6de074ecb"]}', '44b13cafed5e432091875d3a3f5dd183a28d75121c7769d193e0f539d7085aa3');
INSERT INTO public.entry VALUES ('ahorn', 49, '2026-11-02T09:15:00.000000Z', 'p-44bee4dc4e1d', 'postponed', '{"kind":"block","name":"notice","reason":"not yet","start":"2026-12-24","version":"1.1"}', '{"postponement":["c6afa47cd4b51918373a8d2f107265aae73056d2b86dbbe6a8f9c9a5f0d62a56"]}', '2c4fb6880f70d7f0638b71a0ef5807f8e2811243616e9e58e7d52831344fddf6');
INSERT INTO public.entry VALUES ('ahorn', 50, '2026-11-02T09:16:00.000000Z', 'p-f65b66f87f62', 'person-added', '{"login":"vera","person":"p-74a01d169528"}', '{"person":["p-74a01d169528 e5021fd7d5a5f8a9955218cc528171d558637fec3fefafc182ad8a2b286c847f"]}', 'f1d3ad9e12ad4c531be5cf714872a500b6bc7742b4af3065b8aad0c2629a2086');
INSERT INTO public.entry VALUES ('ahorn', 51, '2026-11-02T09:17:00.000000Z', 'p-f65b66f87f62', 'person-added', '{"login":"xenia","person":"p-05f7814d4db0"}', '{"person":["p-05f7814d4db0 4ce92b813fcfb1873d703b3277875cd99789eb8542fa14e83b0619d4789ff968"]}', '857d16d287934c37ce543a94c712aa2929992d124e10da17c4b2afddd868949e');
INSERT INTO public.entry VALUES ('ahorn', 52, '2026-11-02T09:18:00.000000Z', 'p-f65b66f87f62', 'role-granted', '{"area":"*","changes":[],"number":11,"person":"p-74a01d169528","role":"publisher","step":""}', '{"granted":["9cd13ba7b13e416ead8c8990dd51b6665e0bcc5c3edae7eaf7d7f29cc47bab41"]}', '12a840da9945309b47284ef104716a3a24fae682c8d63dd343544a57c9f449e9');
INSERT INTO public.entry VALUES ('ahorn', 53, '2026-11-02T09:19:00.000000Z', 'p-f65b66f87f62', 'role-revoked', '{"number":11,"person":"p-74a01d169528","role":"publisher"}', '{"grant_end":["d6d4cc1f8c4a2045f95f93222f790e8abd68ec4731e21d908082b448437f5e33"]}', 'a05a03cfbc14e0a8ac3c3ec12b6dcdfb19f6a7efc940fbf5e7b1537adde8e69e');
INSERT INTO public.entry VALUES ('ahorn', 54, '2026-11-02T09:20:00.000000Z', 'p-f65b66f87f62', 'person-disabled', '{"person":"p-05f7814d4db0"}', '{"person":["p-05f7814d4db0 ab4e178e4a97abe34073d960e21fc76972e8723335d2efa66f0ee7f51c88943f"]}', '55eb9d68906284fc202d4ad080c70e58321a898b8736a42eaacffbacdc45e6f1');
INSERT INTO public.grant_end VALUES (11, 'ahorn', 'p-f65b66f87f62', '2026-11-02T09:19:00.000000Z');
INSERT INTO public.granted VALUES (1, 'ahorn', 'p-f65b66f87f62', 'admin', '*', '', '', NULL, '2026-11-02T08:00:00.000000Z');
INSERT INTO public.granted VALUES (2, 'ahorn', 'p-95968115f39f', 'author', '*', '', '', 'p-f65b66f87f62', '2026-11-02T08:00:00.000000Z');
INSERT INTO public.granted VALUES (3, 'ahorn', 'p-7e5022c636bf', 'author', '*', '', 'style,layout,business wording,data contract,rule,regulated wording', 'p-f65b66f87f62', '2026-11-02T08:00:00.000000Z');
INSERT INTO public.granted VALUES (4, 'ahorn', 'p-f045bcf8e3f7', 'reviewer', '*', 'content', '', 'p-f65b66f87f62', '2026-11-02T08:00:00.000000Z');
INSERT INTO public.granted VALUES (5, 'ahorn', 'p-41da60b898af', 'reviewer', '*', 'content', '', 'p-f65b66f87f62', '2026-11-02T08:00:00.000000Z');
INSERT INTO public.granted VALUES (6, 'ahorn', 'p-41da60b898af', 'reviewer', '*', 'compliance', '', 'p-f65b66f87f62', '2026-11-02T08:00:00.000000Z');
INSERT INTO public.granted VALUES (7, 'ahorn', 'p-1c15a29f247d', 'reviewer', '*', 'compliance', '', 'p-f65b66f87f62', '2026-11-02T08:00:00.000000Z');
INSERT INTO public.granted VALUES (8, 'ahorn', 'p-44bee4dc4e1d', 'publisher', '*', '', '', 'p-f65b66f87f62', '2026-11-02T08:00:00.000000Z');
INSERT INTO public.granted VALUES (9, 'ahorn', 'p-9dcfafcb1350', 'operator', '*', '', '', 'p-f65b66f87f62', '2026-11-02T08:00:00.000000Z');
INSERT INTO public.granted VALUES (10, 'ahorn', 'p-cd1592af7f47', 'auditor', '*', '', '', 'p-f65b66f87f62', '2026-11-02T08:00:00.000000Z');
INSERT INTO public.granted VALUES (11, 'ahorn', 'p-74a01d169528', 'publisher', '*', '', '', 'p-f65b66f87f62', '2026-11-02T09:18:00.000000Z');
INSERT INTO public.head VALUES ('ahorn', 1, 'ddd2fb8bf008096f0a2a28652b539bdd27f88c82f0046af213e9fd03bac28212', '2026-11-02T08:00:00.000000Z', '335ec8e1fb4ca33a55d8e473a53e29519c9e21771b001f504907eab9ff363c43', 'cc284a2191134b3dbac4e5e17947b81bdf54437b91b9da68988df9cb8123853c248f4e6a27b365b48117841dd2641b87fdf9370a21047def0b410f41ae9ddf02');
INSERT INTO public.head VALUES ('ahorn', 2, '75b2205d68ab7ae2951e168a45dccd8de829861b5fda9844453f3d32ef25de7c', '2026-11-02T08:00:00.000000Z', '335ec8e1fb4ca33a55d8e473a53e29519c9e21771b001f504907eab9ff363c43', '606eba5678633092535d8ee1af2459dd581ba48e5f2712be6b702626770981bf93e46b3e7acf35ad1e1dd18bace68b3b49e76cd492ce91162a8fee45fb898408');
INSERT INTO public.head VALUES ('ahorn', 3, '29d05203a3b87ce274a07dbb62680176916df124311d678bbc0371039005fba9', '2026-11-02T08:00:00.000000Z', '335ec8e1fb4ca33a55d8e473a53e29519c9e21771b001f504907eab9ff363c43', '88adbd279d1103b4541832bf11dada47b2cd366dab358e2e79fc44dda31ddca9608d379626ab0ad3f18c5e98672b8852e437e31135152c81da641e8406b3640a');
INSERT INTO public.head VALUES ('ahorn', 4, 'd458186ae31a07fd3f510f5812f8d7cf527b20d4e6c2d9340d150830fda66b4c', '2026-11-02T08:00:00.000000Z', '335ec8e1fb4ca33a55d8e473a53e29519c9e21771b001f504907eab9ff363c43', '675cce636a589615864085bd82d7c6ec9e799b588fd479f3151bf30e3e902ca46d308b025a1362dd21e2c54eee1bcec41da6fea00de1298bda592a6ab7f51805');
INSERT INTO public.head VALUES ('ahorn', 5, '4758eb7a86c9cf3028ef730f6d11a27d38fd23ed78c35ebc6078b261f8688898', '2026-11-02T08:00:00.000000Z', '335ec8e1fb4ca33a55d8e473a53e29519c9e21771b001f504907eab9ff363c43', '225635a29c067fe2a0093b6320830112ad5bc9864734aa73ae806a6df208e71478d7b9732856f30297764ca4a04aa443337d0c7c70cff920213492c71bec4401');
INSERT INTO public.head VALUES ('ahorn', 6, '220f0b211fcd67610ebea68251adf6cd9c738a773aa3fb8bd0b9317614069404', '2026-11-02T08:00:00.000000Z', '335ec8e1fb4ca33a55d8e473a53e29519c9e21771b001f504907eab9ff363c43', 'd562c6c93faaf22492aa0644e78cda55e7c1df7d89684e5e485f690eeaebfffc682a93a383cef1eb7c6ba4a8eb98f70461318ac3478aa24011f05cf171cf8500');
INSERT INTO public.head VALUES ('ahorn', 7, '9486991a11f0fde7d217c07182a073c4027c5db232f48f46eb4eddfaa1b0d1e7', '2026-11-02T08:00:00.000000Z', '335ec8e1fb4ca33a55d8e473a53e29519c9e21771b001f504907eab9ff363c43', '3a7d454bf45f35b1dbd9cbfd63aafdfcf80608c37417eff530eaa101a08ad51cdb3cb0987a254096232f5a60d842494b1008ef96d4d7f8b7f1664deef65f6b04');
INSERT INTO public.head VALUES ('ahorn', 8, '1b25c2f251e86394918c39f2c356eab82fa748cae3433c5df418a4cb3667f394', '2026-11-02T08:00:00.000000Z', '335ec8e1fb4ca33a55d8e473a53e29519c9e21771b001f504907eab9ff363c43', 'f6f8af59dad3bd9e172e398830215d7306a6e32e872d5153c6462c765f360b6035a440a467bc2fa12c5b8f4d959b666136532c9b266266782ff009a420cdb704');
INSERT INTO public.head VALUES ('ahorn', 9, 'd2c9163ee8ab6f8bf945dd2fd6fd915e9857f66e9329b7303fb835fea2ff8ff2', '2026-11-02T08:00:00.000000Z', '335ec8e1fb4ca33a55d8e473a53e29519c9e21771b001f504907eab9ff363c43', 'cbb906024cfcc8fd5313daf659cedd1d21f79e8d374ede854f31790bfacd63fba15cc8d1d0618c3ce9a5f4023677a0c77b3c860dfe99b589fc80248cbefbf105');
INSERT INTO public.head VALUES ('ahorn', 10, 'c10c26cf0d08ec0d9588ff3ee6d3bf9f608c9b1e1cf151764a343462d9886346', '2026-11-02T08:00:00.000000Z', '335ec8e1fb4ca33a55d8e473a53e29519c9e21771b001f504907eab9ff363c43', 'dee5a36f02e7e9f9ab50cd20d08cd7412d784873fd21fd0240a90ff28f4e41bda8776120acb6f63a57fb3df5b630681859b7c3fc1c56152fb7f2f0089f4a3308');
INSERT INTO public.head VALUES ('ahorn', 11, '09ae74d4848281442b3946b558a2d23e5534089f87b498025d4755fcbf796ebf', '2026-11-02T08:00:00.000000Z', '335ec8e1fb4ca33a55d8e473a53e29519c9e21771b001f504907eab9ff363c43', '66c53cc84028017eabb274eadf975d96c4d02342db08cae78384500c163a473c209b99d87ff138c0f681591a12818a4ae08043d9c04ac038e46bf4e9f5f1620e');
INSERT INTO public.head VALUES ('ahorn', 12, 'bef1e0f3f907478167caa5995bfa391ceac76dc47df0b2c330281724733a5dbb', '2026-11-02T08:00:00.000000Z', '335ec8e1fb4ca33a55d8e473a53e29519c9e21771b001f504907eab9ff363c43', '1a27593df1ab8aea6460db73392991aefd18d663be7ba0d3a51133182c56fd32068e064109645944385398f67482228c4d2acb2972031efec94d5ae23c506301');
INSERT INTO public.head VALUES ('ahorn', 13, 'bc33e628006275f5fdf42bf75cd1bf438d3b0264e9dd9fbc396c1ec90cc36089', '2026-11-02T08:00:00.000000Z', '335ec8e1fb4ca33a55d8e473a53e29519c9e21771b001f504907eab9ff363c43', '593a4d66665a3fa6d094cb079dbcd0545454a04a36392376a3b158e9bffbd93b0ace0fe5d67105d2ec9b2640b747a3a06e4d46f70f0c11da6ec5276b802f6304');
INSERT INTO public.head VALUES ('ahorn', 14, '7035222b5412405ece5bbad0783f47a0e8a0d0f22b2043454e9831705bfcac51', '2026-11-02T08:00:00.000000Z', '335ec8e1fb4ca33a55d8e473a53e29519c9e21771b001f504907eab9ff363c43', '171fe43eb0441a60b8069a4b44956d3169ab2c15076ba466f7c6be46cf03771bdb40195b373b342bc450287aa1ed347105a51eb94ca9c15998d6132f77ecbe02');
INSERT INTO public.head VALUES ('ahorn', 15, '3b6d47aef87a8fd638d5621b5ebc781174c70be6d760f66b2d08501d93c6cbae', '2026-11-02T08:00:00.000000Z', '335ec8e1fb4ca33a55d8e473a53e29519c9e21771b001f504907eab9ff363c43', '388eee38352a60c1e5912edfdd37946bc5a450cb82b031821b4566a083c5ee9d135d90de2f3283768feed753360540a6127895054990192b62d3f54a9a15cc06');
INSERT INTO public.head VALUES ('ahorn', 16, 'cee18296035a16d95844dd6436cbe7094a91224659cc74a2d6bb9915ebccbe1c', '2026-11-02T08:00:00.000000Z', '335ec8e1fb4ca33a55d8e473a53e29519c9e21771b001f504907eab9ff363c43', '53c5cd31a87114388c4adcdc2f149385cecc165dea24b91f083bc2e614cc4253297cac3330d31427f7c3bf554fa848edaeb4b17c205dc54c8198cafbb677710b');
INSERT INTO public.head VALUES ('ahorn', 17, 'fd0bc19b1100d5cd9c23cd15ded328b970ed9fb4c61d27bc1dd15915b547a06f', '2026-11-02T08:00:00.000000Z', '335ec8e1fb4ca33a55d8e473a53e29519c9e21771b001f504907eab9ff363c43', 'ad83959b413ad506971d92377e447764b536b03e27cd101f6f6bad7aacd5092e34682285c9e31da01123ae5992b1542f198b0bc039c92a7f25c31c5dce645704');
INSERT INTO public.head VALUES ('ahorn', 18, 'fcd834e100de5a02e4867166806fd821fece2c18a04a59253e799930838a117d', '2026-11-02T08:00:00.000000Z', '335ec8e1fb4ca33a55d8e473a53e29519c9e21771b001f504907eab9ff363c43', '64dfd791203c45e542950c4925d55486377f7a00c69c075e12b33528b3660d51b7f991a60f6435c01a7651ffbd4aea0f14ed3faa9145d54f4c95511c98d89a03');
INSERT INTO public.head VALUES ('ahorn', 19, 'd18509fccde4660699f942163fb4ab0901ab60a11e672169c1f47b5b54ee600d', '2026-11-02T08:00:00.000000Z', '335ec8e1fb4ca33a55d8e473a53e29519c9e21771b001f504907eab9ff363c43', '44e2e2fec03d18b06726808675d36ad532b16471555389d658f66941ccba0ef72d8a2e9bdbca84f2921f8d88afc5246b0b88f558bce214f0cc32284bfbb1f00b');
INSERT INTO public.head VALUES ('ahorn', 20, '703ce83781e426d9623f6277483369e2b36f57e9b7ab68fc8b3cfae5d69ad58f', '2026-11-02T08:00:00.000000Z', '335ec8e1fb4ca33a55d8e473a53e29519c9e21771b001f504907eab9ff363c43', '87d7745ee387b82e0acce094adf454e75c2d9f8bbae04b1c7f26db3d808dc95d1ded751f9f02d21813ee454749ad3c31c151d30f7d3c1ee0c84af6d1922b1404');
INSERT INTO public.head VALUES ('ahorn', 21, '9fe677bd61ab354b608ab13c95443705d550c43faa95cdb95e977ea544eb48b2', '2026-11-02T08:00:00.000000Z', '335ec8e1fb4ca33a55d8e473a53e29519c9e21771b001f504907eab9ff363c43', '6361a526e4671b6215626551567d06c4fa2eaff960cfb94e64e55280db03f8e4ea838626769c512d4cd4e7e2b3315dfcef7bda54c6339f9548caecc96816d207');
INSERT INTO public.head VALUES ('ahorn', 29, '93bba943f786913790b52346583d9d1d12dc02a925a6637b00c489c03b763de6', '2026-11-02T08:01:00.000000Z', '335ec8e1fb4ca33a55d8e473a53e29519c9e21771b001f504907eab9ff363c43', '744972f1f3bc42355e50a978f8f726ec89eee55fa96019be5e305e38c868bab8c5388667f69588c18f44440d23962a514813359074135b5431c09c96a0aaa002');
INSERT INTO public.head VALUES ('ahorn', 30, 'e81e68e4172fa7266c9ee191f2dc1a63fb2878c9bf440bf8dffae98dd28cf851', '2026-11-02T08:02:00.000000Z', '335ec8e1fb4ca33a55d8e473a53e29519c9e21771b001f504907eab9ff363c43', '0503f3470e71ebbd03f56e09bb7a4e958043d68504f52a024a9e9b29b559887a194929755937eaf7c6cbd459d6efff43de74e159872275e445a6cd3c7b0c540f');
INSERT INTO public.head VALUES ('ahorn', 31, 'c9e7fed2b7cf41bdb42235a94ca419393e0df448728caa017c2141c923fc806d', '2026-11-02T08:03:00.000000Z', '335ec8e1fb4ca33a55d8e473a53e29519c9e21771b001f504907eab9ff363c43', '189df339504a40e9c41162b8346d7b75e64d5b4682d4d407eebb4171f090791db3c28c00bba169087705c8d0cf596199348d77361ae9eb83f8aed4b15fe1ac0e');
INSERT INTO public.head VALUES ('ahorn', 33, '83c4bc397e03d2a4aa0aec00b7f2a7aef9886f44256f1a45c21e6631ad206401', '2026-11-02T08:04:00.000000Z', '335ec8e1fb4ca33a55d8e473a53e29519c9e21771b001f504907eab9ff363c43', '0299abd4c627b4509007812343da17f03d47c45fcb639ef2c45c32879cb31a16574d3bed94e4b830210398048e2904ac7b2504d6bbcd02faad72e1ee99ad2200');
INSERT INTO public.head VALUES ('ahorn', 34, 'b0b89c7c9dc3b689572f83fd39b4d215e77b20bef665954a4613ef99acf1f77f', '2026-11-02T09:01:00.000000Z', '335ec8e1fb4ca33a55d8e473a53e29519c9e21771b001f504907eab9ff363c43', '578a4c9379695e4db187126ebfe6284f742ad35fe680f7abe8ae01a799ce10b19565669da0ce8c0bab6272dc10e0563a68055007022219db14cb573e13722a05');
INSERT INTO public.head VALUES ('ahorn', 35, '3c2141e08ba1292e0a5d78c3f11a6f69220f7d35fdd237de569b6e80485974a7', '2026-11-02T09:02:00.000000Z', '335ec8e1fb4ca33a55d8e473a53e29519c9e21771b001f504907eab9ff363c43', 'b001f49508ed1d97a0449f7b496d2ddc3916a5c9d1b3be78275e754611dcd5d3841e38899bee227e5d45420a3f51ccde5b23ab134ad0535482c0e5d1d034d509');
INSERT INTO public.head VALUES ('ahorn', 36, 'dcbe006750ebd78f4f3d9f946a1876b85c0fbf25b0d250af6eb3f70a900ec1ff', '2026-11-02T09:03:00.000000Z', '335ec8e1fb4ca33a55d8e473a53e29519c9e21771b001f504907eab9ff363c43', '52cf29abdef03d7d1f842d5f82d767089ab2abf1f504c02a59f391d29eb7fdd3c02647339bd98a57bcd9ee26f1847f36e082e4a749e76e2ba6b2442f8e80bf08');
INSERT INTO public.head VALUES ('ahorn', 38, '2126be397899e7fadb3329bb5fc705c6b95ef033930f9eb4e0e48131856b5d77', '2026-11-02T09:04:00.000000Z', '335ec8e1fb4ca33a55d8e473a53e29519c9e21771b001f504907eab9ff363c43', 'beee0617ff0156c43083bdd1cacf3d3c0874b68fb7a56e39ab721acc2de2f432cf9ed4b4bb3998f74af249983ab556906a84213ba72db5967d178210e715020e');
INSERT INTO public.head VALUES ('ahorn', 39, '97dc648ced0f0fe6041208ee8e626b77617fecdc43084fa053a9caffa408a855', '2026-11-02T09:05:00.000000Z', '335ec8e1fb4ca33a55d8e473a53e29519c9e21771b001f504907eab9ff363c43', 'ce0abb1f277c10f9cb20e3d83d824ef5b13f6bd10baa768b6260d18df5f9be297a5ff4a1ba1c4cb3eb5a81879b7eb6c2f88fe2822dfda6cf84a94e669c91d608');
INSERT INTO public.head VALUES ('ahorn', 40, 'a8ee1f3d460b4233579e1f79cf906c0b463fb1117c2a2c06731ab3767276377c', '2026-11-02T09:06:00.000000Z', '335ec8e1fb4ca33a55d8e473a53e29519c9e21771b001f504907eab9ff363c43', 'b23db0d47e1a0b295ce2770f3647ba7ca783762878ace73ac5c88a9699b2f6c2134b2dd6cb840a61f8a0b82053d26a1a4a215fe859010f028637db7a99f59f0b');
INSERT INTO public.head VALUES ('ahorn', 42, '48a0ed09108b3045bda4dbe530b01b650474ed1a61c3406fce683a3668370228', '2026-11-02T09:07:00.000000Z', '335ec8e1fb4ca33a55d8e473a53e29519c9e21771b001f504907eab9ff363c43', '8056173fcfe43d6993754886570d695f91fb4af62d2baef27c2fcf3497d727067f9d98e611b273f4a0132f113f1b71b5ee92b9fe5d4c7075762094b113a7a201');
INSERT INTO public.head VALUES ('ahorn', 43, '1a56749f0cde993452e6c12bc197e3036ddf3fa74e775266ae18cd70a11f4d64', '2026-11-02T09:08:00.000000Z', '335ec8e1fb4ca33a55d8e473a53e29519c9e21771b001f504907eab9ff363c43', '68671213458c203a8a382e081efc8c21a49a01acfadcafd8a65e0c2ef705cee68e7c7831b2b9175aa58c705c239aed6a8dafb122bf740b40ea84d20757affd04');
INSERT INTO public.head VALUES ('ahorn', 44, '350aa409bd41e878263f54638732934298ab75c2b277aeb389506290c170ed76', '2026-11-02T09:09:00.000000Z', '335ec8e1fb4ca33a55d8e473a53e29519c9e21771b001f504907eab9ff363c43', '63314d59074883bd2707599ebec7e17475173e54c9da926ed02ce0feba248c624d82285c95789bb5ca16797c0a6e0cc2f1a92b97ad68f1fded472099f5867f04');
INSERT INTO public.head VALUES ('ahorn', 45, 'a86e9deded6550a224fbac69556f90d6a790201a8e3b7baf3497dbd871cb7bdb', '2026-11-02T09:10:00.000000Z', '335ec8e1fb4ca33a55d8e473a53e29519c9e21771b001f504907eab9ff363c43', '22f5d8d9705d5ee53e59b1e4259a414341a7c09956b282a69bbbf973c1fc260d5cba40a61202a141cb6aae6ec002d3c09cb172a3bfe5538e1eb957d0a1999d0b');
INSERT INTO public.head VALUES ('ahorn', 46, '037234a91fadc72d07c818fd40d53d9b1e918beb086c2522f37179e62baff375', '2026-11-02T09:11:00.000000Z', '335ec8e1fb4ca33a55d8e473a53e29519c9e21771b001f504907eab9ff363c43', 'd29b0e4abc5a7ed09bd43bb6a91ff563ccc38e450350a3a693bdf2f3f5deef24a36d2a868141ecc0a584fd25de28852167d14ffbcad8828f4486ed3cbd90a300');
INSERT INTO public.head VALUES ('ahorn', 47, 'b916e20a4bce06c08e10b07ad8dfbd4511f5409a567fa8013cfc31d3279c6081', '2026-11-02T09:12:00.000000Z', '335ec8e1fb4ca33a55d8e473a53e29519c9e21771b001f504907eab9ff363c43', '75c395502b161e49142f35e7f7704b95805447a5a69d98fbdef99831ed25ff852322534372cb6c7d5a2a5e8ee4a31a970f911acdf864bbf6ea4fce5a28c7db08');
INSERT INTO public.head VALUES ('ahorn', 48, 'f405c08b94c5e9afcba8d999ceeedbd5862b84cc273e0fd63b905a0d525e9bfd', '2026-11-02T09:13:00.000000Z', '335ec8e1fb4ca33a55d8e473a53e29519c9e21771b001f504907eab9ff363c43', 'e69df10743c671974aa655b99cb8f580a2bfbdcbe465f802b6de33494cf7de70d54d1305ce949b744975b0588af0516133fdff6b6e30be8fd96f7918c941e304');
INSERT INTO public.head VALUES ('ahorn', 49, '4f0146cbb30a6c82d1f8c27acb9338ca30060d425e186d9e1538e84d73f56603', '2026-11-02T09:14:00.000000Z', '335ec8e1fb4ca33a55d8e473a53e29519c9e21771b001f504907eab9ff363c43', 'e7784c333ce9d6c3930150d382fbb1e9d85eed0d7484bf9e27c728c414740fbbee8fd9048d3379896e3078bdda9ae3020ddd7f4d10d88f3c87d908cb20f59503');
INSERT INTO public.head VALUES ('ahorn', 50, '7ceceb7ae466b6431f44979b57714f721b0c09b6bdac4cf1c5efc4881b9ab3ff', '2026-11-02T09:15:00.000000Z', '335ec8e1fb4ca33a55d8e473a53e29519c9e21771b001f504907eab9ff363c43', '3336f96a07abecf874e2e1f3eab9c8326aaaa053c62a093137322be64deac24742482673befc07fc9ae3c98eb6584a58b562b82f559dae6208922ff6cbda0a06');
INSERT INTO public.head VALUES ('ahorn', 51, '9fc315df45b96c7a35f6c3d79d328efb9273491d7f26f6dc124f1c032dbbe97f', '2026-11-02T09:16:00.000000Z', '335ec8e1fb4ca33a55d8e473a53e29519c9e21771b001f504907eab9ff363c43', 'f33f6166a49f59daa61dc53d67da446b3eb1d7f85bfed96a101f4f7bf857911767639d12cd337d513972bcb2fb38cbdd535194c7f70b0751c2ff55a8097cb801');
INSERT INTO public.head VALUES ('ahorn', 52, 'c70e75d7ab21589199667458ada4356c8c542d9682a7c702268c741bd801d45c', '2026-11-02T09:17:00.000000Z', '335ec8e1fb4ca33a55d8e473a53e29519c9e21771b001f504907eab9ff363c43', 'ec09f10ce6adb54c6612b810ea5463e86989da7c770a8b9e15d664f9dec0f9d045ea8c702bbac9746100d5534ad5da43d0f5cca026aeb144948130d04f33100f');
INSERT INTO public.head VALUES ('ahorn', 53, '8590bddf3df6d3455cf373b525d1a5915407aae071a2c3485f451c3a2f1ee4be', '2026-11-02T09:18:00.000000Z', '335ec8e1fb4ca33a55d8e473a53e29519c9e21771b001f504907eab9ff363c43', '205f89d856b508b03c664a5b5543fbcb2dfcbe2da9f6b31bb54ea544a9b5852da3d46c83e6b14adb27bdadc57c00e4b970f119ceea31625f745a43153b43c00e');
INSERT INTO public.head VALUES ('ahorn', 54, 'dbe2b54a05bfb05bc81a34b726d48a12741dc208611dbf78882e56b05896f6b3', '2026-11-02T09:19:00.000000Z', '335ec8e1fb4ca33a55d8e473a53e29519c9e21771b001f504907eab9ff363c43', '60c5f0eaf4a89906b8615524f87af6a8bab3d5bab1f4a0ef6194b6f1dbb60d9b2b9967cbd7e641670d3e582a15dc05e8ad0af6bfeedd56304ad81c7c681e5405');
INSERT INTO public.head VALUES ('ahorn', 55, 'd3ebd80ce0d8dd6a72e4bc5810b74c149b599f4c82e78adb07e303e6d490fc9d', '2026-11-02T09:20:00.000000Z', '335ec8e1fb4ca33a55d8e473a53e29519c9e21771b001f504907eab9ff363c43', '00cb17317a55c8c4d829995741c6175fbeee2d719d618c753694d8fbe138a3dc5983caef8a46ba14da2def1f1b9444b8eed1c2070c6b295475f1ca71e0e1ad0f');
INSERT INTO public.log VALUES ('ahorn', 'Ahorn Bank', '2026-11-02T08:00:00.000000Z', '335ec8e1fb4ca33a55d8e473a53e29519c9e21771b001f504907eab9ff363c43', 55, '["5d5c64b37e3778638dc950ecd889a41077909bc2b0dc131f1694676a06a33bc7", "dd9ad13d292c6cbf0c9b995c6d2ea1419ceb5b6d7ac9041c66c93dcb52651a09", "e6c3641ed50e11eecf1805a31d5c82adea369c3904f06b07c682fb64562b5e89", "02e7e150846d7834aff12d5ddaf817cf93703f3f06382e768d8dc234d017467c", "55eb9d68906284fc202d4ad080c70e58321a898b8736a42eaacffbacdc45e6f1"]');
INSERT INTO public.person VALUES ('p-f65b66f87f62', 'ahorn', 'ada', 'Ada', '', '', '2026-11-02T08:00:00.000000Z', '');
INSERT INTO public.person VALUES ('p-95968115f39f', 'ahorn', 'bob', 'Bob', '', '', '2026-11-02T08:00:00.000000Z', '');
INSERT INTO public.person VALUES ('p-7e5022c636bf', 'ahorn', 'law', 'Law', '', '', '2026-11-02T08:00:00.000000Z', '');
INSERT INTO public.person VALUES ('p-f045bcf8e3f7', 'ahorn', 'carl', 'Carl', '', '', '2026-11-02T08:00:00.000000Z', '');
INSERT INTO public.person VALUES ('p-41da60b898af', 'ahorn', 'cora', 'Cora', '', '', '2026-11-02T08:00:00.000000Z', '');
INSERT INTO public.person VALUES ('p-1c15a29f247d', 'ahorn', 'dora', 'Dora', '', '', '2026-11-02T08:00:00.000000Z', '');
INSERT INTO public.person VALUES ('p-44bee4dc4e1d', 'ahorn', 'paul', 'Paul', '', '', '2026-11-02T08:00:00.000000Z', '');
INSERT INTO public.person VALUES ('p-9dcfafcb1350', 'ahorn', 'olga', 'Olga', '', '', '2026-11-02T08:00:00.000000Z', '');
INSERT INTO public.person VALUES ('p-cd1592af7f47', 'ahorn', 'udo', 'Udo', '', '', '2026-11-02T08:00:00.000000Z', '');
INSERT INTO public.person VALUES ('p-70c751c946ba', 'ahorn', 'nora', 'Nora', '', '', '2026-11-02T08:00:00.000000Z', '');
INSERT INTO public.person VALUES ('p-74a01d169528', 'ahorn', 'vera', 'Vera', '', '', '2026-11-02T09:16:00.000000Z', '');
INSERT INTO public.person VALUES ('p-05f7814d4db0', 'ahorn', 'xenia', 'Xenia', '', '', '2026-11-02T09:17:00.000000Z', '2026-11-02T09:20:00.000000Z');
INSERT INTO public.postponement VALUES (1, 'ahorn', 7, '2026-12-24', '2026-11-02T09:15:00.000000Z', 'p-44bee4dc4e1d', 'not yet');
INSERT INTO public.publication VALUES (1, 'ahorn', 'r-0c16088e9c', 'block', 'notice', '1.0', 2, '6f14c3a6470d887dc1cf70e982790c0f35f69b4e1b25383be05dae159a254a6a', '2026-01-01', '', '2026-11-02T08:04:00.000000Z');
INSERT INTO public.publication VALUES (2, 'ahorn', 'r-0c16088e9c', 'class', 'letter', '1.0', 4, 'a9daa6542defa367a713b6cc3b4a1a03f0f3cd0850e86621e57f5231b53810c7', '', '', '2026-11-02T08:04:00.000000Z');
INSERT INTO public.publication VALUES (3, 'ahorn', 'r-0c16088e9c', 'dictionary', 'letter', '1.0', 3, '499b186f41f409fa4d53c8986d9c33b7e561fddb2008b6a179ee67625506b3de', '', '', '2026-11-02T08:04:00.000000Z');
INSERT INTO public.publication VALUES (4, 'ahorn', 'r-0c16088e9c', 'template', 'letter', '1.0', 5, 'a011be4d3eab872f601da176ef7d1b7782ae7fe4cad36396258846b5fe9e2e9a', '', '', '2026-11-02T08:04:00.000000Z');
INSERT INTO public.publication VALUES (5, 'ahorn', 'r-0c16088e9c', 'template', 'reminder', '1.0', 6, '98b4c477b9809bbbe261d4c794620a5e6917f4512d5c28565bb33ec371fe18b7', '', '', '2026-11-02T08:04:00.000000Z');
INSERT INTO public.publication VALUES (6, 'ahorn', 'r-0c16088e9c', 'theme', 'ahorn', '1.0', 1, '0f35828be73834512ea4e67a0c580d4307287adfef04509ee5ca0f2ba56281b5', '', '', '2026-11-02T08:04:00.000000Z');
INSERT INTO public.publication VALUES (7, 'ahorn', 'r-7eaa6eb15e', 'block', 'notice', '1.1', 8, 'c1ead9b6447d9697fe920d02fb3e06106b17d1d8a10a0bc8e5e115893777e552', '2026-12-02', '', '2026-11-02T09:04:00.000000Z');
INSERT INTO public.publication VALUES (8, 'ahorn', 'r-add6a13b45', 'template', 'letter', '1.1', 9, '556856390819d5640316711a642b0071119a1b21e5fb474e44b321f0ccc9d85b', '', '', '2026-11-02T09:07:00.000000Z');
INSERT INTO public.published_bundle VALUES ('r-0c16088e9c', 'a91b375d03549669f8cd3f56814cd1e1725aaa006c59ab7030b0116c89b8ed68', 'ahorn', 'letter', '1.0', 'de', 'ahorn', '{"block notice": "6f14c3a6470d887dc1cf70e982790c0f35f69b4e1b25383be05dae159a254a6a", "class letter": "a9daa6542defa367a713b6cc3b4a1a03f0f3cd0850e86621e57f5231b53810c7", "dictionary letter": "499b186f41f409fa4d53c8986d9c33b7e561fddb2008b6a179ee67625506b3de", "template letter": "a011be4d3eab872f601da176ef7d1b7782ae7fe4cad36396258846b5fe9e2e9a", "theme ahorn": "0f35828be73834512ea4e67a0c580d4307287adfef04509ee5ca0f2ba56281b5"}', '2026-11-02T08:04:00.000000Z');
INSERT INTO public.published_bundle VALUES ('r-0c16088e9c', '4abe930b807e22dd5f6b0c33cbf14cad4e6284b64d13289f94446680dcc749ec', 'ahorn', 'letter', '1.0', 'en', 'ahorn', '{"block notice": "6f14c3a6470d887dc1cf70e982790c0f35f69b4e1b25383be05dae159a254a6a", "class letter": "a9daa6542defa367a713b6cc3b4a1a03f0f3cd0850e86621e57f5231b53810c7", "dictionary letter": "499b186f41f409fa4d53c8986d9c33b7e561fddb2008b6a179ee67625506b3de", "template letter": "a011be4d3eab872f601da176ef7d1b7782ae7fe4cad36396258846b5fe9e2e9a", "theme ahorn": "0f35828be73834512ea4e67a0c580d4307287adfef04509ee5ca0f2ba56281b5"}', '2026-11-02T08:04:00.000000Z');
INSERT INTO public.published_bundle VALUES ('r-0c16088e9c', '431c10ae300026e881f862b9155790ed0dcd9758c887ce5a278a80d06ffc8055', 'ahorn', 'reminder', '1.0', 'de', 'ahorn', '{"block notice": "6f14c3a6470d887dc1cf70e982790c0f35f69b4e1b25383be05dae159a254a6a", "class letter": "a9daa6542defa367a713b6cc3b4a1a03f0f3cd0850e86621e57f5231b53810c7", "dictionary letter": "499b186f41f409fa4d53c8986d9c33b7e561fddb2008b6a179ee67625506b3de", "template reminder": "98b4c477b9809bbbe261d4c794620a5e6917f4512d5c28565bb33ec371fe18b7", "theme ahorn": "0f35828be73834512ea4e67a0c580d4307287adfef04509ee5ca0f2ba56281b5"}', '2026-11-02T08:04:00.000000Z');
INSERT INTO public.published_bundle VALUES ('r-0c16088e9c', 'c7cb0ec35767b605f4821fa11a67367c23a89f6652980ed2990c3712420afa72', 'ahorn', 'reminder', '1.0', 'en', 'ahorn', '{"block notice": "6f14c3a6470d887dc1cf70e982790c0f35f69b4e1b25383be05dae159a254a6a", "class letter": "a9daa6542defa367a713b6cc3b4a1a03f0f3cd0850e86621e57f5231b53810c7", "dictionary letter": "499b186f41f409fa4d53c8986d9c33b7e561fddb2008b6a179ee67625506b3de", "template reminder": "98b4c477b9809bbbe261d4c794620a5e6917f4512d5c28565bb33ec371fe18b7", "theme ahorn": "0f35828be73834512ea4e67a0c580d4307287adfef04509ee5ca0f2ba56281b5"}', '2026-11-02T08:04:00.000000Z');
INSERT INTO public.published_bundle VALUES ('r-7eaa6eb15e', 'e235d6e93ad16a527af9d40054eba666e3cdcd5aced690f686f21cecac73ce57', 'ahorn', 'letter', '1.0', 'de', 'ahorn', '{"block notice": "c1ead9b6447d9697fe920d02fb3e06106b17d1d8a10a0bc8e5e115893777e552", "class letter": "a9daa6542defa367a713b6cc3b4a1a03f0f3cd0850e86621e57f5231b53810c7", "dictionary letter": "499b186f41f409fa4d53c8986d9c33b7e561fddb2008b6a179ee67625506b3de", "template letter": "a011be4d3eab872f601da176ef7d1b7782ae7fe4cad36396258846b5fe9e2e9a", "theme ahorn": "0f35828be73834512ea4e67a0c580d4307287adfef04509ee5ca0f2ba56281b5"}', '2026-11-02T09:04:00.000000Z');
INSERT INTO public.published_bundle VALUES ('r-7eaa6eb15e', '7d4acf4e1e5695194511c793cbabe200e449d134170bf2cc55b5edb78b44ea98', 'ahorn', 'letter', '1.0', 'en', 'ahorn', '{"block notice": "c1ead9b6447d9697fe920d02fb3e06106b17d1d8a10a0bc8e5e115893777e552", "class letter": "a9daa6542defa367a713b6cc3b4a1a03f0f3cd0850e86621e57f5231b53810c7", "dictionary letter": "499b186f41f409fa4d53c8986d9c33b7e561fddb2008b6a179ee67625506b3de", "template letter": "a011be4d3eab872f601da176ef7d1b7782ae7fe4cad36396258846b5fe9e2e9a", "theme ahorn": "0f35828be73834512ea4e67a0c580d4307287adfef04509ee5ca0f2ba56281b5"}', '2026-11-02T09:04:00.000000Z');
INSERT INTO public.published_bundle VALUES ('r-7eaa6eb15e', 'f0147a817f260bced92a7103637ed7ad27e676fd0558ed56784dfacb1fcc5401', 'ahorn', 'reminder', '1.0', 'de', 'ahorn', '{"block notice": "c1ead9b6447d9697fe920d02fb3e06106b17d1d8a10a0bc8e5e115893777e552", "class letter": "a9daa6542defa367a713b6cc3b4a1a03f0f3cd0850e86621e57f5231b53810c7", "dictionary letter": "499b186f41f409fa4d53c8986d9c33b7e561fddb2008b6a179ee67625506b3de", "template reminder": "98b4c477b9809bbbe261d4c794620a5e6917f4512d5c28565bb33ec371fe18b7", "theme ahorn": "0f35828be73834512ea4e67a0c580d4307287adfef04509ee5ca0f2ba56281b5"}', '2026-11-02T09:04:00.000000Z');
INSERT INTO public.published_bundle VALUES ('r-7eaa6eb15e', 'b546022c4a54855e679f0bb803f5abb24bffe41b9690c0c3cd558c1b91e7a3d7', 'ahorn', 'reminder', '1.0', 'en', 'ahorn', '{"block notice": "c1ead9b6447d9697fe920d02fb3e06106b17d1d8a10a0bc8e5e115893777e552", "class letter": "a9daa6542defa367a713b6cc3b4a1a03f0f3cd0850e86621e57f5231b53810c7", "dictionary letter": "499b186f41f409fa4d53c8986d9c33b7e561fddb2008b6a179ee67625506b3de", "template reminder": "98b4c477b9809bbbe261d4c794620a5e6917f4512d5c28565bb33ec371fe18b7", "theme ahorn": "0f35828be73834512ea4e67a0c580d4307287adfef04509ee5ca0f2ba56281b5"}', '2026-11-02T09:04:00.000000Z');
INSERT INTO public.published_bundle VALUES ('r-add6a13b45', '151d8b2b0799786acad9f685e4a31ef1e28045a9fbf993f8075f51dfc2b6ebef', 'ahorn', 'letter', '1.1', 'de', 'ahorn', '{"block notice": "6f14c3a6470d887dc1cf70e982790c0f35f69b4e1b25383be05dae159a254a6a", "class letter": "a9daa6542defa367a713b6cc3b4a1a03f0f3cd0850e86621e57f5231b53810c7", "dictionary letter": "499b186f41f409fa4d53c8986d9c33b7e561fddb2008b6a179ee67625506b3de", "template letter": "556856390819d5640316711a642b0071119a1b21e5fb474e44b321f0ccc9d85b", "theme ahorn": "0f35828be73834512ea4e67a0c580d4307287adfef04509ee5ca0f2ba56281b5"}', '2026-11-02T09:07:00.000000Z');
INSERT INTO public.published_bundle VALUES ('r-add6a13b45', '3e204438038d6f83fb82bda0efa76fab6f4f4a3b8a16659df5bb16e3fd3068db', 'ahorn', 'letter', '1.1', 'en', 'ahorn', '{"block notice": "6f14c3a6470d887dc1cf70e982790c0f35f69b4e1b25383be05dae159a254a6a", "class letter": "a9daa6542defa367a713b6cc3b4a1a03f0f3cd0850e86621e57f5231b53810c7", "dictionary letter": "499b186f41f409fa4d53c8986d9c33b7e561fddb2008b6a179ee67625506b3de", "template letter": "556856390819d5640316711a642b0071119a1b21e5fb474e44b321f0ccc9d85b", "theme ahorn": "0f35828be73834512ea4e67a0c580d4307287adfef04509ee5ca0f2ba56281b5"}', '2026-11-02T09:07:00.000000Z');
INSERT INTO public.published_bundle VALUES ('r-add6a13b45', '8c3c9ae5530f70966a8b0125766e40be3331fc4ec990822c7442384635cfb073', 'ahorn', 'letter', '1.1', 'de', 'ahorn', '{"block notice": "c1ead9b6447d9697fe920d02fb3e06106b17d1d8a10a0bc8e5e115893777e552", "class letter": "a9daa6542defa367a713b6cc3b4a1a03f0f3cd0850e86621e57f5231b53810c7", "dictionary letter": "499b186f41f409fa4d53c8986d9c33b7e561fddb2008b6a179ee67625506b3de", "template letter": "556856390819d5640316711a642b0071119a1b21e5fb474e44b321f0ccc9d85b", "theme ahorn": "0f35828be73834512ea4e67a0c580d4307287adfef04509ee5ca0f2ba56281b5"}', '2026-11-02T09:07:00.000000Z');
INSERT INTO public.published_bundle VALUES ('r-add6a13b45', '38bbd0c9f52b69c50e52d2c97125edf5b31a950cdda7c76f83be49ed3ba243c0', 'ahorn', 'letter', '1.1', 'en', 'ahorn', '{"block notice": "c1ead9b6447d9697fe920d02fb3e06106b17d1d8a10a0bc8e5e115893777e552", "class letter": "a9daa6542defa367a713b6cc3b4a1a03f0f3cd0850e86621e57f5231b53810c7", "dictionary letter": "499b186f41f409fa4d53c8986d9c33b7e561fddb2008b6a179ee67625506b3de", "template letter": "556856390819d5640316711a642b0071119a1b21e5fb474e44b321f0ccc9d85b", "theme ahorn": "0f35828be73834512ea4e67a0c580d4307287adfef04509ee5ca0f2ba56281b5"}', '2026-11-02T09:07:00.000000Z');
INSERT INTO public.reference VALUES (1, 'ahorn', 4, 'workflow', 'standard', '', '');
INSERT INTO public.reference VALUES (2, 'ahorn', 4, 'block', 'notice', '', '');
INSERT INTO public.reference VALUES (3, 'ahorn', 5, 'dictionary', 'letter', '', '');
INSERT INTO public.reference VALUES (4, 'ahorn', 5, 'class', 'letter', '', '');
INSERT INTO public.reference VALUES (5, 'ahorn', 5, 'theme', 'ahorn', '', '');
INSERT INTO public.reference VALUES (6, 'ahorn', 5, 'block', 'notice', '', 'approved');
INSERT INTO public.reference VALUES (7, 'ahorn', 6, 'dictionary', 'letter', '', '');
INSERT INTO public.reference VALUES (8, 'ahorn', 6, 'class', 'letter', '', '');
INSERT INTO public.reference VALUES (9, 'ahorn', 6, 'theme', 'ahorn', '', '');
INSERT INTO public.reference VALUES (10, 'ahorn', 6, 'block', 'notice', '', 'always');
INSERT INTO public.reference VALUES (11, 'ahorn', 9, 'dictionary', 'letter', '', '');
INSERT INTO public.reference VALUES (12, 'ahorn', 9, 'class', 'letter', '', '');
INSERT INTO public.reference VALUES (13, 'ahorn', 9, 'theme', 'ahorn', '', '');
INSERT INTO public.reference VALUES (14, 'ahorn', 9, 'block', 'notice', '', 'approved');
INSERT INTO public.reference VALUES (15, 'ahorn', 10, 'dictionary', 'letter', '', '');
INSERT INTO public.reference VALUES (16, 'ahorn', 10, 'class', 'letter', '', '');
INSERT INTO public.reference VALUES (17, 'ahorn', 10, 'theme', 'ahorn', '', '');
INSERT INTO public.reference VALUES (18, 'ahorn', 10, 'block', 'notice', '', 'always');
INSERT INTO public.retirement VALUES (8, 'ahorn', '2026-11-02T09:14:00.000000Z', 'p-44bee4dc4e1d', 'a slip');
INSERT INTO public.review VALUES ('r-0c16088e9c', 'ahorn', 'items', '', 'regulated wording', '7d4fb17557a4cda7e794e4b0b033e39a44b55042993a063464dafecf02018500', '', 'p-7e5022c636bf', '2026-11-02T08:02:00.000000Z');
INSERT INTO public.review VALUES ('r-7eaa6eb15e', 'ahorn', 'items', '', 'regulated wording', '61877c4a2f2b6f870e33eb021e52df02bfe627ab667d6ffc62dfff7af1f82f7b', '2026-12-02', 'p-7e5022c636bf', '2026-11-02T09:02:00.000000Z');
INSERT INTO public.review VALUES ('r-add6a13b45', 'ahorn', 'items', '', 'business wording', '434a06147c385a914208d55f544b985b9cd32b2a370d57b4ed379012bf178a93', '', 'p-95968115f39f', '2026-11-02T09:06:00.000000Z');
INSERT INTO public.review VALUES ('r-f5e5de0f54', 'ahorn', 'items', '', 'business wording', 'b27c203cb616b204a85cfd4186e0b6a26dd45d32931bf24cc8db3180780422eb', '', 'p-95968115f39f', '2026-11-02T09:09:00.000000Z');
INSERT INTO public.review VALUES ('r-93e4664858', 'ahorn', 'items', '', 'regulated wording', 'ee76c3b493693c2d178b33ee3a32819b32faded920bc12fbb2902dcd64bbde41', '', 'p-7e5022c636bf', '2026-11-02T09:12:00.000000Z');
INSERT INTO public.review_author VALUES ('r-0c16088e9c', 'p-7e5022c636bf', 'ahorn');
INSERT INTO public.review_author VALUES ('r-7eaa6eb15e', 'p-7e5022c636bf', 'ahorn');
INSERT INTO public.review_author VALUES ('r-add6a13b45', 'p-95968115f39f', 'ahorn');
INSERT INTO public.review_author VALUES ('r-f5e5de0f54', 'p-95968115f39f', 'ahorn');
INSERT INTO public.review_author VALUES ('r-93e4664858', 'p-7e5022c636bf', 'ahorn');
INSERT INTO public.review_bundle VALUES ('r-0c16088e9c', '4abe930b807e22dd5f6b0c33cbf14cad4e6284b64d13289f94446680dcc749ec', 'ahorn', 'letter', '1.0', 'en', 'ahorn', '2026-11-02', '{"block notice": "6f14c3a6470d887dc1cf70e982790c0f35f69b4e1b25383be05dae159a254a6a", "class letter": "a9daa6542defa367a713b6cc3b4a1a03f0f3cd0850e86621e57f5231b53810c7", "dictionary letter": "499b186f41f409fa4d53c8986d9c33b7e561fddb2008b6a179ee67625506b3de", "template letter": "a011be4d3eab872f601da176ef7d1b7782ae7fe4cad36396258846b5fe9e2e9a", "theme ahorn": "0f35828be73834512ea4e67a0c580d4307287adfef04509ee5ca0f2ba56281b5"}', '');
INSERT INTO public.review_bundle VALUES ('r-0c16088e9c', 'a91b375d03549669f8cd3f56814cd1e1725aaa006c59ab7030b0116c89b8ed68', 'ahorn', 'letter', '1.0', 'de', 'ahorn', '2026-11-02', '{"block notice": "6f14c3a6470d887dc1cf70e982790c0f35f69b4e1b25383be05dae159a254a6a", "class letter": "a9daa6542defa367a713b6cc3b4a1a03f0f3cd0850e86621e57f5231b53810c7", "dictionary letter": "499b186f41f409fa4d53c8986d9c33b7e561fddb2008b6a179ee67625506b3de", "template letter": "a011be4d3eab872f601da176ef7d1b7782ae7fe4cad36396258846b5fe9e2e9a", "theme ahorn": "0f35828be73834512ea4e67a0c580d4307287adfef04509ee5ca0f2ba56281b5"}', '');
INSERT INTO public.review_bundle VALUES ('r-0c16088e9c', 'c7cb0ec35767b605f4821fa11a67367c23a89f6652980ed2990c3712420afa72', 'ahorn', 'reminder', '1.0', 'en', 'ahorn', '2026-11-02', '{"block notice": "6f14c3a6470d887dc1cf70e982790c0f35f69b4e1b25383be05dae159a254a6a", "class letter": "a9daa6542defa367a713b6cc3b4a1a03f0f3cd0850e86621e57f5231b53810c7", "dictionary letter": "499b186f41f409fa4d53c8986d9c33b7e561fddb2008b6a179ee67625506b3de", "template reminder": "98b4c477b9809bbbe261d4c794620a5e6917f4512d5c28565bb33ec371fe18b7", "theme ahorn": "0f35828be73834512ea4e67a0c580d4307287adfef04509ee5ca0f2ba56281b5"}', '');
INSERT INTO public.review_bundle VALUES ('r-0c16088e9c', '431c10ae300026e881f862b9155790ed0dcd9758c887ce5a278a80d06ffc8055', 'ahorn', 'reminder', '1.0', 'de', 'ahorn', '2026-11-02', '{"block notice": "6f14c3a6470d887dc1cf70e982790c0f35f69b4e1b25383be05dae159a254a6a", "class letter": "a9daa6542defa367a713b6cc3b4a1a03f0f3cd0850e86621e57f5231b53810c7", "dictionary letter": "499b186f41f409fa4d53c8986d9c33b7e561fddb2008b6a179ee67625506b3de", "template reminder": "98b4c477b9809bbbe261d4c794620a5e6917f4512d5c28565bb33ec371fe18b7", "theme ahorn": "0f35828be73834512ea4e67a0c580d4307287adfef04509ee5ca0f2ba56281b5"}', '');
INSERT INTO public.review_bundle VALUES ('r-7eaa6eb15e', '7d4acf4e1e5695194511c793cbabe200e449d134170bf2cc55b5edb78b44ea98', 'ahorn', 'letter', '1.0', 'en', 'ahorn', '2026-12-02', '{"block notice": "c1ead9b6447d9697fe920d02fb3e06106b17d1d8a10a0bc8e5e115893777e552", "class letter": "a9daa6542defa367a713b6cc3b4a1a03f0f3cd0850e86621e57f5231b53810c7", "dictionary letter": "499b186f41f409fa4d53c8986d9c33b7e561fddb2008b6a179ee67625506b3de", "template letter": "a011be4d3eab872f601da176ef7d1b7782ae7fe4cad36396258846b5fe9e2e9a", "theme ahorn": "0f35828be73834512ea4e67a0c580d4307287adfef04509ee5ca0f2ba56281b5"}', '4abe930b807e22dd5f6b0c33cbf14cad4e6284b64d13289f94446680dcc749ec');
INSERT INTO public.review_bundle VALUES ('r-7eaa6eb15e', 'e235d6e93ad16a527af9d40054eba666e3cdcd5aced690f686f21cecac73ce57', 'ahorn', 'letter', '1.0', 'de', 'ahorn', '2026-12-02', '{"block notice": "c1ead9b6447d9697fe920d02fb3e06106b17d1d8a10a0bc8e5e115893777e552", "class letter": "a9daa6542defa367a713b6cc3b4a1a03f0f3cd0850e86621e57f5231b53810c7", "dictionary letter": "499b186f41f409fa4d53c8986d9c33b7e561fddb2008b6a179ee67625506b3de", "template letter": "a011be4d3eab872f601da176ef7d1b7782ae7fe4cad36396258846b5fe9e2e9a", "theme ahorn": "0f35828be73834512ea4e67a0c580d4307287adfef04509ee5ca0f2ba56281b5"}', 'a91b375d03549669f8cd3f56814cd1e1725aaa006c59ab7030b0116c89b8ed68');
INSERT INTO public.review_bundle VALUES ('r-7eaa6eb15e', 'b546022c4a54855e679f0bb803f5abb24bffe41b9690c0c3cd558c1b91e7a3d7', 'ahorn', 'reminder', '1.0', 'en', 'ahorn', '2026-12-02', '{"block notice": "c1ead9b6447d9697fe920d02fb3e06106b17d1d8a10a0bc8e5e115893777e552", "class letter": "a9daa6542defa367a713b6cc3b4a1a03f0f3cd0850e86621e57f5231b53810c7", "dictionary letter": "499b186f41f409fa4d53c8986d9c33b7e561fddb2008b6a179ee67625506b3de", "template reminder": "98b4c477b9809bbbe261d4c794620a5e6917f4512d5c28565bb33ec371fe18b7", "theme ahorn": "0f35828be73834512ea4e67a0c580d4307287adfef04509ee5ca0f2ba56281b5"}', 'c7cb0ec35767b605f4821fa11a67367c23a89f6652980ed2990c3712420afa72');
INSERT INTO public.review_bundle VALUES ('r-7eaa6eb15e', 'f0147a817f260bced92a7103637ed7ad27e676fd0558ed56784dfacb1fcc5401', 'ahorn', 'reminder', '1.0', 'de', 'ahorn', '2026-12-02', '{"block notice": "c1ead9b6447d9697fe920d02fb3e06106b17d1d8a10a0bc8e5e115893777e552", "class letter": "a9daa6542defa367a713b6cc3b4a1a03f0f3cd0850e86621e57f5231b53810c7", "dictionary letter": "499b186f41f409fa4d53c8986d9c33b7e561fddb2008b6a179ee67625506b3de", "template reminder": "98b4c477b9809bbbe261d4c794620a5e6917f4512d5c28565bb33ec371fe18b7", "theme ahorn": "0f35828be73834512ea4e67a0c580d4307287adfef04509ee5ca0f2ba56281b5"}', '431c10ae300026e881f862b9155790ed0dcd9758c887ce5a278a80d06ffc8055');
INSERT INTO public.review_bundle VALUES ('r-add6a13b45', '3e204438038d6f83fb82bda0efa76fab6f4f4a3b8a16659df5bb16e3fd3068db', 'ahorn', 'letter', '1.1', 'en', 'ahorn', '2026-11-02', '{"block notice": "6f14c3a6470d887dc1cf70e982790c0f35f69b4e1b25383be05dae159a254a6a", "class letter": "a9daa6542defa367a713b6cc3b4a1a03f0f3cd0850e86621e57f5231b53810c7", "dictionary letter": "499b186f41f409fa4d53c8986d9c33b7e561fddb2008b6a179ee67625506b3de", "template letter": "556856390819d5640316711a642b0071119a1b21e5fb474e44b321f0ccc9d85b", "theme ahorn": "0f35828be73834512ea4e67a0c580d4307287adfef04509ee5ca0f2ba56281b5"}', '4abe930b807e22dd5f6b0c33cbf14cad4e6284b64d13289f94446680dcc749ec');
INSERT INTO public.review_bundle VALUES ('r-add6a13b45', '151d8b2b0799786acad9f685e4a31ef1e28045a9fbf993f8075f51dfc2b6ebef', 'ahorn', 'letter', '1.1', 'de', 'ahorn', '2026-11-02', '{"block notice": "6f14c3a6470d887dc1cf70e982790c0f35f69b4e1b25383be05dae159a254a6a", "class letter": "a9daa6542defa367a713b6cc3b4a1a03f0f3cd0850e86621e57f5231b53810c7", "dictionary letter": "499b186f41f409fa4d53c8986d9c33b7e561fddb2008b6a179ee67625506b3de", "template letter": "556856390819d5640316711a642b0071119a1b21e5fb474e44b321f0ccc9d85b", "theme ahorn": "0f35828be73834512ea4e67a0c580d4307287adfef04509ee5ca0f2ba56281b5"}', 'a91b375d03549669f8cd3f56814cd1e1725aaa006c59ab7030b0116c89b8ed68');
INSERT INTO public.review_bundle VALUES ('r-add6a13b45', '38bbd0c9f52b69c50e52d2c97125edf5b31a950cdda7c76f83be49ed3ba243c0', 'ahorn', 'letter', '1.1', 'en', 'ahorn', '2026-12-02', '{"block notice": "c1ead9b6447d9697fe920d02fb3e06106b17d1d8a10a0bc8e5e115893777e552", "class letter": "a9daa6542defa367a713b6cc3b4a1a03f0f3cd0850e86621e57f5231b53810c7", "dictionary letter": "499b186f41f409fa4d53c8986d9c33b7e561fddb2008b6a179ee67625506b3de", "template letter": "556856390819d5640316711a642b0071119a1b21e5fb474e44b321f0ccc9d85b", "theme ahorn": "0f35828be73834512ea4e67a0c580d4307287adfef04509ee5ca0f2ba56281b5"}', '7d4acf4e1e5695194511c793cbabe200e449d134170bf2cc55b5edb78b44ea98');
INSERT INTO public.review_bundle VALUES ('r-add6a13b45', '8c3c9ae5530f70966a8b0125766e40be3331fc4ec990822c7442384635cfb073', 'ahorn', 'letter', '1.1', 'de', 'ahorn', '2026-12-02', '{"block notice": "c1ead9b6447d9697fe920d02fb3e06106b17d1d8a10a0bc8e5e115893777e552", "class letter": "a9daa6542defa367a713b6cc3b4a1a03f0f3cd0850e86621e57f5231b53810c7", "dictionary letter": "499b186f41f409fa4d53c8986d9c33b7e561fddb2008b6a179ee67625506b3de", "template letter": "556856390819d5640316711a642b0071119a1b21e5fb474e44b321f0ccc9d85b", "theme ahorn": "0f35828be73834512ea4e67a0c580d4307287adfef04509ee5ca0f2ba56281b5"}', 'e235d6e93ad16a527af9d40054eba666e3cdcd5aced690f686f21cecac73ce57');
INSERT INTO public.review_bundle VALUES ('r-f5e5de0f54', 'a54446ebef231ad0d22dc5acde7dc44ed58184d0fef645ccc647c160f3a55ab5', 'ahorn', 'reminder', '1.1', 'en', 'ahorn', '2026-11-02', '{"block notice": "6f14c3a6470d887dc1cf70e982790c0f35f69b4e1b25383be05dae159a254a6a", "class letter": "a9daa6542defa367a713b6cc3b4a1a03f0f3cd0850e86621e57f5231b53810c7", "dictionary letter": "499b186f41f409fa4d53c8986d9c33b7e561fddb2008b6a179ee67625506b3de", "template reminder": "5ff78cc658416ec6e76980305c4ddb9080dc48c06ca45aec9b709ed38726fb74", "theme ahorn": "0f35828be73834512ea4e67a0c580d4307287adfef04509ee5ca0f2ba56281b5"}', 'c7cb0ec35767b605f4821fa11a67367c23a89f6652980ed2990c3712420afa72');
INSERT INTO public.review_bundle VALUES ('r-f5e5de0f54', 'fb07d7454952cf42dcae3176f86997dd6e06d4160beee915606dd8a6c586e528', 'ahorn', 'reminder', '1.1', 'de', 'ahorn', '2026-11-02', '{"block notice": "6f14c3a6470d887dc1cf70e982790c0f35f69b4e1b25383be05dae159a254a6a", "class letter": "a9daa6542defa367a713b6cc3b4a1a03f0f3cd0850e86621e57f5231b53810c7", "dictionary letter": "499b186f41f409fa4d53c8986d9c33b7e561fddb2008b6a179ee67625506b3de", "template reminder": "5ff78cc658416ec6e76980305c4ddb9080dc48c06ca45aec9b709ed38726fb74", "theme ahorn": "0f35828be73834512ea4e67a0c580d4307287adfef04509ee5ca0f2ba56281b5"}', '431c10ae300026e881f862b9155790ed0dcd9758c887ce5a278a80d06ffc8055');
INSERT INTO public.review_bundle VALUES ('r-f5e5de0f54', '4168616f69dd2a59f67a0db69a4ef79be6a7f1334ef2f508d03c65f40eeec7d6', 'ahorn', 'reminder', '1.1', 'en', 'ahorn', '2026-12-02', '{"block notice": "c1ead9b6447d9697fe920d02fb3e06106b17d1d8a10a0bc8e5e115893777e552", "class letter": "a9daa6542defa367a713b6cc3b4a1a03f0f3cd0850e86621e57f5231b53810c7", "dictionary letter": "499b186f41f409fa4d53c8986d9c33b7e561fddb2008b6a179ee67625506b3de", "template reminder": "5ff78cc658416ec6e76980305c4ddb9080dc48c06ca45aec9b709ed38726fb74", "theme ahorn": "0f35828be73834512ea4e67a0c580d4307287adfef04509ee5ca0f2ba56281b5"}', 'b546022c4a54855e679f0bb803f5abb24bffe41b9690c0c3cd558c1b91e7a3d7');
INSERT INTO public.review_bundle VALUES ('r-f5e5de0f54', '09371099dfa8ac159f1c8d6e39d0a83161052c1d0cf8564df16dcc62f8bd8ac8', 'ahorn', 'reminder', '1.1', 'de', 'ahorn', '2026-12-02', '{"block notice": "c1ead9b6447d9697fe920d02fb3e06106b17d1d8a10a0bc8e5e115893777e552", "class letter": "a9daa6542defa367a713b6cc3b4a1a03f0f3cd0850e86621e57f5231b53810c7", "dictionary letter": "499b186f41f409fa4d53c8986d9c33b7e561fddb2008b6a179ee67625506b3de", "template reminder": "5ff78cc658416ec6e76980305c4ddb9080dc48c06ca45aec9b709ed38726fb74", "theme ahorn": "0f35828be73834512ea4e67a0c580d4307287adfef04509ee5ca0f2ba56281b5"}', 'f0147a817f260bced92a7103637ed7ad27e676fd0558ed56784dfacb1fcc5401');
INSERT INTO public.review_bundle VALUES ('r-93e4664858', '1b93c5e4bfdc2147a855f0fed0946118efe61858deadbfe7779a537fdd53e564', 'ahorn', 'letter', '1.1', 'en', 'ahorn', '2026-11-02', '{"block notice": "7766df785f45bd745cdf520c0f7a229c7ef156832864f434e5493ebf11bd6120", "class letter": "a9daa6542defa367a713b6cc3b4a1a03f0f3cd0850e86621e57f5231b53810c7", "dictionary letter": "499b186f41f409fa4d53c8986d9c33b7e561fddb2008b6a179ee67625506b3de", "template letter": "556856390819d5640316711a642b0071119a1b21e5fb474e44b321f0ccc9d85b", "theme ahorn": "0f35828be73834512ea4e67a0c580d4307287adfef04509ee5ca0f2ba56281b5"}', '3e204438038d6f83fb82bda0efa76fab6f4f4a3b8a16659df5bb16e3fd3068db');
INSERT INTO public.review_bundle VALUES ('r-93e4664858', 'd77c5f6060c23fe75583d1dc82cb06f7bf867aa9ba7b5e24732439beecef5263', 'ahorn', 'letter', '1.1', 'de', 'ahorn', '2026-11-02', '{"block notice": "7766df785f45bd745cdf520c0f7a229c7ef156832864f434e5493ebf11bd6120", "class letter": "a9daa6542defa367a713b6cc3b4a1a03f0f3cd0850e86621e57f5231b53810c7", "dictionary letter": "499b186f41f409fa4d53c8986d9c33b7e561fddb2008b6a179ee67625506b3de", "template letter": "556856390819d5640316711a642b0071119a1b21e5fb474e44b321f0ccc9d85b", "theme ahorn": "0f35828be73834512ea4e67a0c580d4307287adfef04509ee5ca0f2ba56281b5"}', '151d8b2b0799786acad9f685e4a31ef1e28045a9fbf993f8075f51dfc2b6ebef');
INSERT INTO public.review_bundle VALUES ('r-93e4664858', 'a4db40d10664ad7a07742f9c49460498dc557c5b79d75ce15d6dfdca9abdd41b', 'ahorn', 'reminder', '1.0', 'en', 'ahorn', '2026-11-02', '{"block notice": "7766df785f45bd745cdf520c0f7a229c7ef156832864f434e5493ebf11bd6120", "class letter": "a9daa6542defa367a713b6cc3b4a1a03f0f3cd0850e86621e57f5231b53810c7", "dictionary letter": "499b186f41f409fa4d53c8986d9c33b7e561fddb2008b6a179ee67625506b3de", "template reminder": "98b4c477b9809bbbe261d4c794620a5e6917f4512d5c28565bb33ec371fe18b7", "theme ahorn": "0f35828be73834512ea4e67a0c580d4307287adfef04509ee5ca0f2ba56281b5"}', 'c7cb0ec35767b605f4821fa11a67367c23a89f6652980ed2990c3712420afa72');
INSERT INTO public.review_bundle VALUES ('r-93e4664858', '64dafd88600e68f3b6d1a9662858c3057db073acc02a49c4739b1f252db830e8', 'ahorn', 'reminder', '1.0', 'de', 'ahorn', '2026-11-02', '{"block notice": "7766df785f45bd745cdf520c0f7a229c7ef156832864f434e5493ebf11bd6120", "class letter": "a9daa6542defa367a713b6cc3b4a1a03f0f3cd0850e86621e57f5231b53810c7", "dictionary letter": "499b186f41f409fa4d53c8986d9c33b7e561fddb2008b6a179ee67625506b3de", "template reminder": "98b4c477b9809bbbe261d4c794620a5e6917f4512d5c28565bb33ec371fe18b7", "theme ahorn": "0f35828be73834512ea4e67a0c580d4307287adfef04509ee5ca0f2ba56281b5"}', '431c10ae300026e881f862b9155790ed0dcd9758c887ce5a278a80d06ffc8055');
INSERT INTO public.review_item VALUES ('r-0c16088e9c', 'theme', 'ahorn', '1.0', 'ahorn', 1, '0f35828be73834512ea4e67a0c580d4307287adfef04509ee5ca0f2ba56281b5', '');
INSERT INTO public.review_item VALUES ('r-0c16088e9c', 'block', 'notice', '1.0', 'ahorn', 2, '6f14c3a6470d887dc1cf70e982790c0f35f69b4e1b25383be05dae159a254a6a', '');
INSERT INTO public.review_item VALUES ('r-0c16088e9c', 'dictionary', 'letter', '1.0', 'ahorn', 3, '499b186f41f409fa4d53c8986d9c33b7e561fddb2008b6a179ee67625506b3de', '');
INSERT INTO public.review_item VALUES ('r-0c16088e9c', 'class', 'letter', '1.0', 'ahorn', 4, 'a9daa6542defa367a713b6cc3b4a1a03f0f3cd0850e86621e57f5231b53810c7', '');
INSERT INTO public.review_item VALUES ('r-0c16088e9c', 'template', 'letter', '1.0', 'ahorn', 5, 'a011be4d3eab872f601da176ef7d1b7782ae7fe4cad36396258846b5fe9e2e9a', '');
INSERT INTO public.review_item VALUES ('r-0c16088e9c', 'template', 'reminder', '1.0', 'ahorn', 6, '98b4c477b9809bbbe261d4c794620a5e6917f4512d5c28565bb33ec371fe18b7', '');
INSERT INTO public.review_item VALUES ('r-7eaa6eb15e', 'block', 'notice', '1.1', 'ahorn', 8, 'c1ead9b6447d9697fe920d02fb3e06106b17d1d8a10a0bc8e5e115893777e552', '6f14c3a6470d887dc1cf70e982790c0f35f69b4e1b25383be05dae159a254a6a');
INSERT INTO public.review_item VALUES ('r-add6a13b45', 'template', 'letter', '1.1', 'ahorn', 9, '556856390819d5640316711a642b0071119a1b21e5fb474e44b321f0ccc9d85b', 'a011be4d3eab872f601da176ef7d1b7782ae7fe4cad36396258846b5fe9e2e9a');
INSERT INTO public.review_item VALUES ('r-f5e5de0f54', 'template', 'reminder', '1.1', 'ahorn', 10, '5ff78cc658416ec6e76980305c4ddb9080dc48c06ca45aec9b709ed38726fb74', '98b4c477b9809bbbe261d4c794620a5e6917f4512d5c28565bb33ec371fe18b7');
INSERT INTO public.review_item VALUES ('r-93e4664858', 'block', 'notice', '1.2', 'ahorn', 11, '7766df785f45bd745cdf520c0f7a229c7ef156832864f434e5493ebf11bd6120', 'c1ead9b6447d9697fe920d02fb3e06106b17d1d8a10a0bc8e5e115893777e552');
INSERT INTO public.review_step VALUES ('r-0c16088e9c', 0, 'ahorn', 'content', 1, 5, '{"title": {"de": "Inhalt", "en": "Content"}, "question": {"de": "Ist es richtig und gut gesagt?", "en": "Is it right and well said?"}}');
INSERT INTO public.review_step VALUES ('r-0c16088e9c', 1, 'ahorn', 'compliance', 1, 10, '{"title": {"de": "Compliance", "en": "Compliance"}, "question": {"de": "Ist es rechtmäßig und vollständig?", "en": "Is it lawful and complete?"}}');
INSERT INTO public.review_step VALUES ('r-7eaa6eb15e', 0, 'ahorn', 'content', 1, 5, '{"title": {"de": "Inhalt", "en": "Content"}, "question": {"de": "Ist es richtig und gut gesagt?", "en": "Is it right and well said?"}}');
INSERT INTO public.review_step VALUES ('r-7eaa6eb15e', 1, 'ahorn', 'compliance', 1, 10, '{"title": {"de": "Compliance", "en": "Compliance"}, "question": {"de": "Ist es rechtmäßig und vollständig?", "en": "Is it lawful and complete?"}}');
INSERT INTO public.review_step VALUES ('r-add6a13b45', 0, 'ahorn', 'content', 1, 5, '{"title": {"de": "Inhalt", "en": "Content"}, "question": {"de": "Ist es richtig und gut gesagt?", "en": "Is it right and well said?"}}');
INSERT INTO public.review_step VALUES ('r-f5e5de0f54', 0, 'ahorn', 'content', 1, 5, '{"title": {"de": "Inhalt", "en": "Content"}, "question": {"de": "Ist es richtig und gut gesagt?", "en": "Is it right and well said?"}}');
INSERT INTO public.review_step VALUES ('r-93e4664858', 0, 'ahorn', 'content', 1, 5, '{"title": {"de": "Inhalt", "en": "Content"}, "question": {"de": "Ist es richtig und gut gesagt?", "en": "Is it right and well said?"}}');
INSERT INTO public.review_step VALUES ('r-93e4664858', 1, 'ahorn', 'compliance', 1, 10, '{"title": {"de": "Compliance", "en": "Compliance"}, "question": {"de": "Ist es rechtmäßig und vollständig?", "en": "Is it lawful and complete?"}}');
INSERT INTO public.revision VALUES (1, 'ahorn', 'theme', 'ahorn', '1.0', '0f35828be73834512ea4e67a0c580d4307287adfef04509ee5ca0f2ba56281b5', '{"theme": "ahorn", "version": "1.0", "title": "Ahornbank AG", "note": "A fictitious retail bank. Sans serif, teal, generous space, tinted panels, striped tables, mail as a card.", "brand": {"name": "Ahornbank AG", "short_name": "Ahornbank", "return_line": "Ahornbank AG · Lindenplatz 4 · 70173 Lindenstadt", "street": "Lindenplatz 4", "town": "70173 Lindenstadt", "phone": "+49 711 5550 100", "email": "service@ahornbank.example", "site": "https://www.ahornbank.example", "bic": "AHORDE66XXX", "register": "Amtsgericht Lindenstadt HRB 104 711", "board": "Friederike Öztürk, Jörg Weißhäupl", "iban": "DE02120300000000202051", "web": "www.ahornbank.example", "management": "Vorstand: Friederike Öztürk, Jörg Weißhäupl", "oversight": "Aufsichtsrat: Prof. Dr. Käthe Ahrendt (Vorsitz)", "tax_number": "99/815/04711", "vat_id": "DE123456789", "creditor_id": "DE98ZZZ09999999999", "block_phone": "+49 711 5550 999", "complaints": "beschwerde@ahornbank.example", "privacy": "https://www.ahornbank.example/datenschutz", "banking": "https://banking.ahornbank.example", "mailbox": "https://banking.ahornbank.example/postfach", "deposits": "https://www.ahornbank.example/einlagensicherung"}, "locales": {"de": "de_DE", "en": "en_GB"}, "labels": {"de": {"page_of": "Seite {page} von {pages}", "salutation.female": "Sehr geehrte Frau {last_name}", "salutation.female_titled": "Sehr geehrte Frau {title} {last_name}", "salutation.male": "Sehr geehrter Herr {last_name}", "salutation.male_titled": "Sehr geehrter Herr {title} {last_name}", "salutation.neutral": "Guten Tag {first_name} {last_name}", "salutation.neutral_titled": "Guten Tag {title} {first_name} {last_name}", "salutation.none": "Sehr geehrte Damen und Herren", "yes": "ja", "no": "nein", "more_at": "Mehr unter", "chart_category": "Zeitraum", "continued": "Fortsetzung", "attachment": "Anlage", "mail_attached": "Das Dokument finden Sie als PDF im Anhang.", "mail_reason": "Sie erhalten diese Nachricht als Kundin oder Kunde der Ahornbank.", "unsubscribe": "Abmelden", "proof": "Entwurf, nicht zum Versand"}, "en": {"page_of": "Page {page} of {pages}", "salutation.female": "Dear Ms {last_name}", "salutation.female_titled": "Dear {plain_title} {last_name}", "salutation.male": "Dear Mr {last_name}", "salutation.male_titled": "Dear {plain_title} {last_name}", "salutation.neutral": "Hello {first_name} {last_name}", "salutation.neutral_titled": "Dear {plain_title} {last_name}", "salutation.none": "Dear customer", "yes": "yes", "no": "no", "more_at": "More at", "chart_category": "Period", "continued": "continued", "attachment": "Enclosure", "mail_attached": "You will find the document attached as a PDF.", "mail_reason": "You receive this message as a customer of Ahornbank.", "unsubscribe": "Unsubscribe", "proof": "Proof, not for sending"}}, "palette": {"paper": "#ffffff", "ink": "#14211f", "muted": "#52605d", "accent": "#00594f", "on_accent": "#ffffff", "panel": "#eef5f3", "rule": "#c5d6d2", "notice": "#fdf3d7", "warning": "#fde8e4", "series": ["#00695d", "#d0682a", "#5b76a8", "#8a7a2c"]}, "text_font": {"name": "Inter", "mail": "Inter, ''Segoe UI'', Roboto, ''Helvetica Neue'', Arial, sans-serif", "files": [{"file": "Inter-Regular.otf", "weight": 400}, {"file": "Inter-Italic.otf", "weight": 400, "style": "italic"}, {"file": "Inter-SemiBold.otf", "weight": 600}, {"file": "Inter-SemiBoldItalic.otf", "weight": 600, "style": "italic"}]}, "heading_font": {"name": "Inter Display", "mail": "''Inter Display'', Inter, ''Segoe UI'', Roboto, ''Helvetica Neue'', Arial, sans-serif", "files": [{"file": "InterDisplay-SemiBold.otf", "weight": 600}]}, "type": {"body": "9.5pt", "small": "8pt", "lead": "10.5pt", "headings": ["20pt", "12.5pt", "10pt"], "leading": "1.45", "strong": 600, "heading_style": "plain", "heading_weight": 600}, "page": {"form": "B", "left": "25mm", "right": "20mm", "bottom": "34mm", "measure": "150mm", "masthead": "band"}, "table": "zebra", "panel": "tint", "mail": {"layout": "card", "width": 600, "corners": "round", "logo": "logo.png", "logo_dark": "logo-dark.png", "logo_width": 170, "dark": {"paper": "#14201e", "ink": "#e9f2f0", "muted": "#a9bcb8", "accent": "#6fd3c2", "on_accent": "#06211d", "panel": "#1e2d2a", "rule": "#38504b", "notice": "#3a3216", "warning": "#45241f", "series": ["#6fd3c2", "#f0a06c", "#9db6e4", "#d3c46c"]}}, "logo": "logo.svg", "logo_width": "46mm"}', '6643a626d3c8e90c8c49887df016125f00cad085359f0ca8a78b19c29a34d4b0', '{"fonts/Inter-Italic.otf": "82ed92f9c247ee323027f1d8f24f90e73d61feb9378c2df7f1e3418ebd6614b9", "fonts/Inter-Regular.otf": "b3ae3de15ca8d8d919105cea0fa0aa5de11c068dfca702f0dd553af687153320", "fonts/Inter-SemiBold.otf": "9623dee0a201304328fe2919ba4ae947adf0f6ecbac88e074f05ff3db0c1df56", "fonts/Inter-SemiBoldItalic.otf": "ee2aae2ac7ac24aa974d9eea3da69eae0a9339f813d252a0505cd505f3cab80a", "fonts/InterDisplay-SemiBold.otf": "ce7da26e34bcc424aeb0c76e1a2ee49d3874ec5927c6489fd53da72b88a81c57", "logo-dark.png": "06f21cb171f614906b6ae9096d3a7436d9a470aea8bcd2245305b08f728d0fcc", "logo.png": "06f21cb171f614906b6ae9096d3a7436d9a470aea8bcd2245305b08f728d0fcc", "logo.svg": "bc5756fcb309d9e7208df503ddca2d04ef7f8684d1d728177786bb8fa3e6ff1e"}', 'p-7e5022c636bf', '2026-11-02T08:01:00.000000Z', 'import');
INSERT INTO public.revision VALUES (2, 'ahorn', 'block', 'notice', '1.0', '6f14c3a6470d887dc1cf70e982790c0f35f69b4e1b25383be05dae159a254a6a', '{"block": "notice", "version": "1.0", "title": {"en": "Right to object", "de": "Widerspruch", "of": {"de": "39fcb804cc11"}}, "owner": "compliance", "jurisdiction": ["DE"], "citation": "BGB § 675g", "source_language": "en", "review_by": "2099-12-31", "effective": {"from": "2026-01-01"}, "lock": "locked", "long": [{"id": "text", "type": "text", "text": {"en": "You may object within two months.", "de": "Sie können binnen zwei Monaten widersprechen.", "of": {"de": "d4a045744de3"}}}], "short": {"en": "You may object within two months.", "de": "Sie können binnen zwei Monaten widersprechen.", "of": {"de": "d4a045744de3"}}}', 'b90958cd5696167c0d5e9c99d3683c68313a8466f694e67bf1ae706ca90bd6ab', '{}', 'p-7e5022c636bf', '2026-11-02T08:01:00.000000Z', 'import');
INSERT INTO public.revision VALUES (3, 'ahorn', 'dictionary', 'letter', '1.0', '499b186f41f409fa4d53c8986d9c33b7e561fddb2008b6a179ee67625506b3de', '{"dictionary": "letter", "version": "1.0", "title": {"en": "Letter", "de": "Brief"}, "fields": {"id": {"type": "text", "as": "id", "label": {"en": "Number", "de": "Nummer"}, "sample": "1"}, "language": {"type": "text", "as": "language", "label": {"en": "Language", "de": "Sprache"}, "sample": "en"}, "email": {"type": "email", "as": "email", "privacy": "personal", "label": {"en": "Address", "de": "Adresse"}, "sample": "ada@example.com"}, "phone": {"type": "phone", "as": "phone", "privacy": "personal", "label": {"en": "Phone", "de": "Telefon"}, "sample": "+4915112345678"}, "days": {"type": "integer", "label": {"en": "Days", "de": "Tage"}, "sample": 14}}}', 'aba51e0022b97c4d25002db2d35efaf3f1ffc6ca921a692b28e0006631b06318', '{}', 'p-7e5022c636bf', '2026-11-02T08:01:00.000000Z', 'import');
INSERT INTO public.revision VALUES (4, 'ahorn', 'class', 'letter', '1.0', 'a9daa6542defa367a713b6cc3b4a1a03f0f3cd0850e86621e57f5231b53810c7', '{"class": "letter", "version": "1.0", "title": {"en": "Letter", "de": "Brief"}, "owner": "compliance", "channels": ["email", "sms"], "required": [{"block": "notice"}], "sms_segments": 3, "language_fallback": "en", "channel_fallback": "email"}', '0abadbde370239e7d07b1a252f84778f3764baac72e904f4020bbec037ab57b6', '{}', 'p-7e5022c636bf', '2026-11-02T08:01:00.000000Z', 'import');
INSERT INTO public.revision VALUES (5, 'ahorn', 'template', 'letter', '1.0', 'a011be4d3eab872f601da176ef7d1b7782ae7fe4cad36396258846b5fe9e2e9a', '{"template": "letter", "version": "1.0", "title": {"en": "A letter", "de": "Ein Schreiben", "of": {"de": "06c382c34285"}}, "languages": ["en", "de"], "class": "letter", "dictionary": "letter", "brands": ["ahorn"], "jurisdiction": "DE", "messages": {"subject": {"en": "Your letter", "de": "Ihr Schreiben", "of": {"de": "d4d697e8a317"}}}, "body": [{"id": "headline", "type": "heading", "level": 1, "text": {"en": "Your letter", "de": "Ihr Schreiben", "of": {"de": "d4d697e8a317"}}}, {"id": "opening", "type": "text", "text": {"en": "You have {{ days | number }} days.", "de": "Sie haben {{ days | number }} Tage.", "of": {"de": "a40c56908b20"}}, "short": {"en": "You have {{ days | number }} days.", "de": "Sie haben {{ days | number }} Tage.", "of": {"de": "a40c56908b20"}}}, {"id": "notice", "type": "clause", "block": "notice", "follow": "approved", "mandatory": true}]}', '75173bba3c713332dc1d78bb8506c6312b2349d33e512c0acf14318f24a990a0', '{}', 'p-7e5022c636bf', '2026-11-02T08:01:00.000000Z', 'import');
INSERT INTO public.revision VALUES (6, 'ahorn', 'template', 'reminder', '1.0', '98b4c477b9809bbbe261d4c794620a5e6917f4512d5c28565bb33ec371fe18b7', '{"template": "reminder", "version": "1.0", "title": {"en": "A reminder", "de": "Ein Schreiben", "of": {"de": "6a0bc822dc15"}}, "languages": ["en", "de"], "class": "letter", "dictionary": "letter", "brands": ["ahorn"], "jurisdiction": "DE", "messages": {"subject": {"en": "Your reminder", "de": "Ihr Schreiben", "of": {"de": "a22f8c80fb0a"}}}, "body": [{"id": "headline", "type": "heading", "level": 1, "text": {"en": "Your reminder", "de": "Ihr Schreiben", "of": {"de": "a22f8c80fb0a"}}}, {"id": "opening", "type": "text", "text": {"en": "You have {{ days | number }} days.", "de": "Sie haben {{ days | number }} Tage.", "of": {"de": "a40c56908b20"}}, "short": {"en": "You have {{ days | number }} days.", "de": "Sie haben {{ days | number }} Tage.", "of": {"de": "a40c56908b20"}}}, {"id": "notice", "type": "clause", "block": "notice", "follow": "always", "mandatory": true}]}', '4c786cde16faa3b083fef483a0534148f829b3e2b5a5cf0d8c27d7b0339db5aa', '{}', 'p-7e5022c636bf', '2026-11-02T08:01:00.000000Z', 'import');
INSERT INTO public.revision VALUES (7, 'ahorn', 'persona', 'letter/plain', '1.0', '2639a0cee0e8010088950c743a37dcf482ae1171096d6baae3c7cc13d7e7cde4', '{"title": {"en": "Somebody", "de": "Irgendwer"}, "record": {"id": "1", "language": "en", "email": "ada@example.com", "phone": "+4915112345678", "days": "14"}}', 'facc1c65f214ec62a5405a3728e26b7e6a415f31b1c836aef52cfa733c3ce5a5', '{}', 'p-7e5022c636bf', '2026-11-02T08:01:00.000000Z', 'import');
INSERT INTO public.revision VALUES (8, 'ahorn', 'block', 'notice', '1.1', 'c1ead9b6447d9697fe920d02fb3e06106b17d1d8a10a0bc8e5e115893777e552', '{"block": "notice", "version": "1.1", "title": {"en": "Right to object", "de": "Widerspruch", "of": {"de": "39fcb804cc11"}}, "owner": "compliance", "jurisdiction": ["DE"], "citation": "BGB § 675g", "source_language": "en", "review_by": "2099-12-31", "effective": {"from": "2026-01-01"}, "lock": "locked", "long": [{"id": "text", "type": "text", "text": {"en": "You may object within three months.", "de": "Sie können binnen zwei Monaten widersprechen.", "of": {"de": "84c2b679bf65"}}}], "short": {"en": "You may object within three months.", "de": "Sie können binnen zwei Monaten widersprechen.", "of": {"de": "84c2b679bf65"}}}', '77f17e512af736901ad9d1e4f3b310a6e61f93ece4caf804f318f68a51ebb080', '{}', 'p-7e5022c636bf', '2026-11-02T09:01:00.000000Z', 'save');
INSERT INTO public.revision VALUES (9, 'ahorn', 'template', 'letter', '1.1', '556856390819d5640316711a642b0071119a1b21e5fb474e44b321f0ccc9d85b', '{"template": "letter", "version": "1.1", "title": {"en": "A letter", "de": "Ein Schreiben", "of": {"de": "06c382c34285"}}, "languages": ["en", "de"], "class": "letter", "dictionary": "letter", "brands": ["ahorn"], "jurisdiction": "DE", "messages": {"subject": {"en": "Your letter", "de": "Ihr Schreiben", "of": {"de": "d4d697e8a317"}}}, "body": [{"id": "headline", "type": "heading", "level": 1, "text": {"en": "Your letter", "de": "Ihr Schreiben", "of": {"de": "d4d697e8a317"}}}, {"id": "opening", "type": "text", "text": {"en": "There are {{ days | number }} days.", "de": "Sie haben {{ days | number }} Tage.", "of": {"de": "2af1134bd43b"}}, "short": {"en": "There are {{ days | number }} days.", "de": "Sie haben {{ days | number }} Tage.", "of": {"de": "2af1134bd43b"}}}, {"id": "notice", "type": "clause", "block": "notice", "follow": "approved", "mandatory": true}]}', '5f50c880b1dcccf2f2b732b26fe87a79a34a6868154bf617be35d6069cebd8b8', '{}', 'p-95968115f39f', '2026-11-02T09:05:00.000000Z', 'save');
INSERT INTO public.revision VALUES (10, 'ahorn', 'template', 'reminder', '1.1', '5ff78cc658416ec6e76980305c4ddb9080dc48c06ca45aec9b709ed38726fb74', '{"template": "reminder", "version": "1.1", "title": {"en": "Reminder", "de": "Mahnung", "of": {"de": "31757bbfa17e"}}, "languages": ["en", "de"], "class": "letter", "dictionary": "letter", "brands": ["ahorn"], "jurisdiction": "DE", "messages": {"subject": {"en": "Your reminder", "de": "Ihr Schreiben", "of": {"de": "a22f8c80fb0a"}}}, "body": [{"id": "headline", "type": "heading", "level": 1, "text": {"en": "Your reminder", "de": "Ihr Schreiben", "of": {"de": "a22f8c80fb0a"}}}, {"id": "opening", "type": "text", "text": {"en": "You have {{ days | number }} days.", "de": "Sie haben {{ days | number }} Tage.", "of": {"de": "a40c56908b20"}}, "short": {"en": "You have {{ days | number }} days.", "de": "Sie haben {{ days | number }} Tage.", "of": {"de": "a40c56908b20"}}}, {"id": "notice", "type": "clause", "block": "notice", "follow": "always", "mandatory": true}]}', '767fe9c22fe99df10ae9fe6942a51849032a3d24d55dee6a3aa218b07e55fc6b', '{}', 'p-95968115f39f', '2026-11-02T09:08:00.000000Z', 'save');
INSERT INTO public.revision VALUES (11, 'ahorn', 'block', 'notice', '1.2', '7766df785f45bd745cdf520c0f7a229c7ef156832864f434e5493ebf11bd6120', '{"block": "notice", "version": "1.2", "title": {"en": "Right to object", "de": "Widerspruch", "of": {"de": "39fcb804cc11"}}, "owner": "compliance", "jurisdiction": ["DE"], "citation": "BGB § 675g", "source_language": "en", "review_by": "2099-12-31", "effective": {"from": "2026-01-01"}, "lock": "locked", "long": [{"id": "text", "type": "text", "text": {"en": "You may object within four months.", "de": "Sie können binnen zwei Monaten widersprechen.", "of": {"de": "3d02688bac6e"}}}], "short": {"en": "You may object within four months.", "de": "Sie können binnen zwei Monaten widersprechen.", "of": {"de": "3d02688bac6e"}}}', '3c152cb86caecb5d04569e96788961bb7d01d4bfe333e4f7f397f854ca84d7d0', '{}', 'p-7e5022c636bf', '2026-11-02T09:11:00.000000Z', 'save');
SELECT pg_catalog.setval('public.decision_id_seq', 7, true);
SELECT pg_catalog.setval('public.granted_id_seq', 11, true);
SELECT pg_catalog.setval('public.postponement_id_seq', 1, true);
SELECT pg_catalog.setval('public.publication_id_seq', 8, true);
SELECT pg_catalog.setval('public.reference_id_seq', 18, true);
SELECT pg_catalog.setval('public.revision_id_seq', 11, true);
ALTER TABLE ONLY public.alembic_version
    ADD CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num);
ALTER TABLE ONLY public.blob
    ADD CONSTRAINT blob_pkey PRIMARY KEY (organisation, sha256);
ALTER TABLE ONLY public.decision
    ADD CONSTRAINT decision_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.decision
    ADD CONSTRAINT decision_review_voter_key UNIQUE (review, voter);
ALTER TABLE ONLY public.entry
    ADD CONSTRAINT entry_pkey PRIMARY KEY (organisation, place);
ALTER TABLE ONLY public.grant_end
    ADD CONSTRAINT grant_end_pkey PRIMARY KEY (granted);
ALTER TABLE ONLY public.granted
    ADD CONSTRAINT granted_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.head
    ADD CONSTRAINT head_pkey PRIMARY KEY (organisation, size);
ALTER TABLE ONLY public.log
    ADD CONSTRAINT log_pkey PRIMARY KEY (organisation);
ALTER TABLE ONLY public.person
    ADD CONSTRAINT person_organisation_login_key UNIQUE (organisation, login);
ALTER TABLE ONLY public.person
    ADD CONSTRAINT person_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.postponement
    ADD CONSTRAINT postponement_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.publication
    ADD CONSTRAINT publication_organisation_kind_name_version_key UNIQUE (organisation, kind, name, version);
ALTER TABLE ONLY public.publication
    ADD CONSTRAINT publication_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.published_bundle
    ADD CONSTRAINT published_bundle_pkey PRIMARY KEY (review, bundle);
ALTER TABLE ONLY public.reference
    ADD CONSTRAINT reference_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.retirement
    ADD CONSTRAINT retirement_pkey PRIMARY KEY (publication);
ALTER TABLE ONLY public.review_author
    ADD CONSTRAINT review_author_pkey PRIMARY KEY (review, person);
ALTER TABLE ONLY public.review_bundle
    ADD CONSTRAINT review_bundle_pkey PRIMARY KEY (review, bundle);
ALTER TABLE ONLY public.review_item
    ADD CONSTRAINT review_item_pkey PRIMARY KEY (review, kind, name, version);
ALTER TABLE ONLY public.review
    ADD CONSTRAINT review_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.review_step
    ADD CONSTRAINT review_step_pkey PRIMARY KEY (review, place);
ALTER TABLE ONLY public.revision
    ADD CONSTRAINT revision_pkey PRIMARY KEY (id);
CREATE UNIQUE INDEX decision_ends_once ON public.decision USING btree (review) WHERE ((kind)::text <> 'approved'::text);
CREATE UNIQUE INDEX decision_person ON public.decision USING btree (review, person);
CREATE INDEX ix_decision_review ON public.decision USING btree (review);
CREATE INDEX ix_entry_what ON public.entry USING btree (what);
CREATE INDEX ix_granted_person ON public.granted USING btree (person);
CREATE INDEX ix_person_organisation ON public.person USING btree (organisation);
CREATE INDEX ix_postponement_publication ON public.postponement USING btree (publication);
CREATE INDEX ix_publication_review ON public.publication USING btree (review);
CREATE INDEX ix_reference_revision ON public.reference USING btree (revision);
CREATE INDEX publication_hash ON public.publication USING btree (organisation, hash);
CREATE INDEX published_bundle_of ON public.published_bundle USING btree (organisation, template, version, language, brand);
CREATE INDEX reference_to ON public.reference USING btree (organisation, kind, name);
CREATE INDEX review_by_time ON public.review USING btree (organisation, submitted_at);
CREATE INDEX revision_by_name ON public.revision USING btree (organisation, kind, name, version);
CREATE TRIGGER ccm_blob_kept BEFORE DELETE OR UPDATE ON public.blob FOR EACH ROW EXECUTE FUNCTION ccm_rules.ccm_blob_kept();
ALTER TABLE public.blob ENABLE ALWAYS TRIGGER ccm_blob_kept;
CREATE TRIGGER ccm_blob_whole BEFORE TRUNCATE ON public.blob FOR EACH STATEMENT EXECUTE FUNCTION ccm_rules.ccm_blob_whole();
ALTER TABLE public.blob ENABLE ALWAYS TRIGGER ccm_blob_whole;
CREATE TRIGGER ccm_decision_counts_once BEFORE INSERT ON public.decision FOR EACH ROW EXECUTE FUNCTION ccm_rules.ccm_decision_counts_once();
ALTER TABLE public.decision ENABLE ALWAYS TRIGGER ccm_decision_counts_once;
CREATE TRIGGER ccm_decision_decision_unknown BEFORE INSERT ON public.decision FOR EACH ROW EXECUTE FUNCTION ccm_rules.ccm_decision_decision_unknown();
ALTER TABLE public.decision ENABLE ALWAYS TRIGGER ccm_decision_decision_unknown;
CREATE TRIGGER ccm_decision_kept BEFORE DELETE OR UPDATE ON public.decision FOR EACH ROW EXECUTE FUNCTION ccm_rules.ccm_decision_kept();
ALTER TABLE public.decision ENABLE ALWAYS TRIGGER ccm_decision_kept;
CREATE TRIGGER ccm_decision_no_reviewer BEFORE INSERT ON public.decision FOR EACH ROW EXECUTE FUNCTION ccm_rules.ccm_decision_no_reviewer();
ALTER TABLE public.decision ENABLE ALWAYS TRIGGER ccm_decision_no_reviewer;
CREATE TRIGGER ccm_decision_not_submitter BEFORE INSERT ON public.decision FOR EACH ROW EXECUTE FUNCTION ccm_rules.ccm_decision_not_submitter();
ALTER TABLE public.decision ENABLE ALWAYS TRIGGER ccm_decision_not_submitter;
CREATE TRIGGER ccm_decision_other_subject BEFORE INSERT ON public.decision FOR EACH ROW EXECUTE FUNCTION ccm_rules.ccm_decision_other_subject();
ALTER TABLE public.decision ENABLE ALWAYS TRIGGER ccm_decision_other_subject;
CREATE TRIGGER ccm_decision_own_submission BEFORE INSERT ON public.decision FOR EACH ROW EXECUTE FUNCTION ccm_rules.ccm_decision_own_submission();
ALTER TABLE public.decision ENABLE ALWAYS TRIGGER ccm_decision_own_submission;
CREATE TRIGGER ccm_decision_own_work BEFORE INSERT ON public.decision FOR EACH ROW EXECUTE FUNCTION ccm_rules.ccm_decision_own_work();
ALTER TABLE public.decision ENABLE ALWAYS TRIGGER ccm_decision_own_work;
CREATE TRIGGER ccm_decision_review_over BEFORE INSERT ON public.decision FOR EACH ROW EXECUTE FUNCTION ccm_rules.ccm_decision_review_over();
ALTER TABLE public.decision ENABLE ALWAYS TRIGGER ccm_decision_review_over;
CREATE TRIGGER ccm_decision_step_early BEFORE INSERT ON public.decision FOR EACH ROW EXECUTE FUNCTION ccm_rules.ccm_decision_step_early();
ALTER TABLE public.decision ENABLE ALWAYS TRIGGER ccm_decision_step_early;
CREATE TRIGGER ccm_decision_step_unknown BEFORE INSERT ON public.decision FOR EACH ROW EXECUTE FUNCTION ccm_rules.ccm_decision_step_unknown();
ALTER TABLE public.decision ENABLE ALWAYS TRIGGER ccm_decision_step_unknown;
CREATE TRIGGER ccm_decision_stranger BEFORE INSERT ON public.decision FOR EACH ROW EXECUTE FUNCTION ccm_rules.ccm_decision_stranger();
ALTER TABLE public.decision ENABLE ALWAYS TRIGGER ccm_decision_stranger;
CREATE TRIGGER ccm_decision_whole BEFORE TRUNCATE ON public.decision FOR EACH STATEMENT EXECUTE FUNCTION ccm_rules.ccm_decision_whole();
ALTER TABLE public.decision ENABLE ALWAYS TRIGGER ccm_decision_whole;
CREATE TRIGGER ccm_entry_kept BEFORE DELETE OR UPDATE ON public.entry FOR EACH ROW EXECUTE FUNCTION ccm_rules.ccm_entry_kept();
ALTER TABLE public.entry ENABLE ALWAYS TRIGGER ccm_entry_kept;
CREATE TRIGGER ccm_entry_whole BEFORE TRUNCATE ON public.entry FOR EACH STATEMENT EXECUTE FUNCTION ccm_rules.ccm_entry_whole();
ALTER TABLE public.entry ENABLE ALWAYS TRIGGER ccm_entry_whole;
CREATE TRIGGER ccm_grant_end_kept BEFORE DELETE OR UPDATE ON public.grant_end FOR EACH ROW EXECUTE FUNCTION ccm_rules.ccm_grant_end_kept();
ALTER TABLE public.grant_end ENABLE ALWAYS TRIGGER ccm_grant_end_kept;
CREATE TRIGGER ccm_grant_end_whole BEFORE TRUNCATE ON public.grant_end FOR EACH STATEMENT EXECUTE FUNCTION ccm_rules.ccm_grant_end_whole();
ALTER TABLE public.grant_end ENABLE ALWAYS TRIGGER ccm_grant_end_whole;
CREATE TRIGGER ccm_granted_kept BEFORE DELETE OR UPDATE ON public.granted FOR EACH ROW EXECUTE FUNCTION ccm_rules.ccm_granted_kept();
ALTER TABLE public.granted ENABLE ALWAYS TRIGGER ccm_granted_kept;
CREATE TRIGGER ccm_granted_whole BEFORE TRUNCATE ON public.granted FOR EACH STATEMENT EXECUTE FUNCTION ccm_rules.ccm_granted_whole();
ALTER TABLE public.granted ENABLE ALWAYS TRIGGER ccm_granted_whole;
CREATE TRIGGER ccm_head_kept BEFORE DELETE OR UPDATE ON public.head FOR EACH ROW EXECUTE FUNCTION ccm_rules.ccm_head_kept();
ALTER TABLE public.head ENABLE ALWAYS TRIGGER ccm_head_kept;
CREATE TRIGGER ccm_head_whole BEFORE TRUNCATE ON public.head FOR EACH STATEMENT EXECUTE FUNCTION ccm_rules.ccm_head_whole();
ALTER TABLE public.head ENABLE ALWAYS TRIGGER ccm_head_whole;
CREATE TRIGGER ccm_log_kept BEFORE DELETE OR UPDATE ON public.log FOR EACH ROW EXECUTE FUNCTION ccm_rules.ccm_log_kept();
ALTER TABLE public.log ENABLE ALWAYS TRIGGER ccm_log_kept;
CREATE TRIGGER ccm_log_whole BEFORE TRUNCATE ON public.log FOR EACH STATEMENT EXECUTE FUNCTION ccm_rules.ccm_log_whole();
ALTER TABLE public.log ENABLE ALWAYS TRIGGER ccm_log_whole;
CREATE TRIGGER ccm_person_kept BEFORE DELETE OR UPDATE ON public.person FOR EACH ROW EXECUTE FUNCTION ccm_rules.ccm_person_kept();
ALTER TABLE public.person ENABLE ALWAYS TRIGGER ccm_person_kept;
CREATE TRIGGER ccm_person_whole BEFORE TRUNCATE ON public.person FOR EACH STATEMENT EXECUTE FUNCTION ccm_rules.ccm_person_whole();
ALTER TABLE public.person ENABLE ALWAYS TRIGGER ccm_person_whole;
CREATE TRIGGER ccm_postponement_begins_earlier BEFORE INSERT ON public.postponement FOR EACH ROW EXECUTE FUNCTION ccm_rules.ccm_postponement_begins_earlier();
ALTER TABLE public.postponement ENABLE ALWAYS TRIGGER ccm_postponement_begins_earlier;
CREATE TRIGGER ccm_postponement_kept BEFORE DELETE OR UPDATE ON public.postponement FOR EACH ROW EXECUTE FUNCTION ccm_rules.ccm_postponement_kept();
ALTER TABLE public.postponement ENABLE ALWAYS TRIGGER ccm_postponement_kept;
CREATE TRIGGER ccm_postponement_no_publisher BEFORE INSERT ON public.postponement FOR EACH ROW EXECUTE FUNCTION ccm_rules.ccm_postponement_no_publisher();
ALTER TABLE public.postponement ENABLE ALWAYS TRIGGER ccm_postponement_no_publisher;
CREATE TRIGGER ccm_postponement_whole BEFORE TRUNCATE ON public.postponement FOR EACH STATEMENT EXECUTE FUNCTION ccm_rules.ccm_postponement_whole();
ALTER TABLE public.postponement ENABLE ALWAYS TRIGGER ccm_postponement_whole;
CREATE TRIGGER ccm_publication_begins_earlier BEFORE INSERT ON public.publication FOR EACH ROW EXECUTE FUNCTION ccm_rules.ccm_publication_begins_earlier();
ALTER TABLE public.publication ENABLE ALWAYS TRIGGER ccm_publication_begins_earlier;
CREATE TRIGGER ccm_publication_kept BEFORE DELETE OR UPDATE ON public.publication FOR EACH ROW EXECUTE FUNCTION ccm_rules.ccm_publication_kept();
ALTER TABLE public.publication ENABLE ALWAYS TRIGGER ccm_publication_kept;
CREATE TRIGGER ccm_publication_not_submitted BEFORE INSERT ON public.publication FOR EACH ROW EXECUTE FUNCTION ccm_rules.ccm_publication_not_submitted();
ALTER TABLE public.publication ENABLE ALWAYS TRIGGER ccm_publication_not_submitted;
CREATE TRIGGER ccm_publication_votes_missing BEFORE INSERT ON public.publication FOR EACH ROW EXECUTE FUNCTION ccm_rules.ccm_publication_votes_missing();
ALTER TABLE public.publication ENABLE ALWAYS TRIGGER ccm_publication_votes_missing;
CREATE TRIGGER ccm_publication_whole BEFORE TRUNCATE ON public.publication FOR EACH STATEMENT EXECUTE FUNCTION ccm_rules.ccm_publication_whole();
ALTER TABLE public.publication ENABLE ALWAYS TRIGGER ccm_publication_whole;
CREATE TRIGGER ccm_published_bundle_kept BEFORE DELETE OR UPDATE ON public.published_bundle FOR EACH ROW EXECUTE FUNCTION ccm_rules.ccm_published_bundle_kept();
ALTER TABLE public.published_bundle ENABLE ALWAYS TRIGGER ccm_published_bundle_kept;
CREATE TRIGGER ccm_published_bundle_not_submitted BEFORE INSERT ON public.published_bundle FOR EACH ROW EXECUTE FUNCTION ccm_rules.ccm_published_bundle_not_submitted();
ALTER TABLE public.published_bundle ENABLE ALWAYS TRIGGER ccm_published_bundle_not_submitted;
CREATE TRIGGER ccm_published_bundle_votes_missing BEFORE INSERT ON public.published_bundle FOR EACH ROW EXECUTE FUNCTION ccm_rules.ccm_published_bundle_votes_missing();
ALTER TABLE public.published_bundle ENABLE ALWAYS TRIGGER ccm_published_bundle_votes_missing;
CREATE TRIGGER ccm_published_bundle_whole BEFORE TRUNCATE ON public.published_bundle FOR EACH STATEMENT EXECUTE FUNCTION ccm_rules.ccm_published_bundle_whole();
ALTER TABLE public.published_bundle ENABLE ALWAYS TRIGGER ccm_published_bundle_whole;
CREATE TRIGGER ccm_reference_kept BEFORE DELETE OR UPDATE ON public.reference FOR EACH ROW EXECUTE FUNCTION ccm_rules.ccm_reference_kept();
ALTER TABLE public.reference ENABLE ALWAYS TRIGGER ccm_reference_kept;
CREATE TRIGGER ccm_reference_whole BEFORE TRUNCATE ON public.reference FOR EACH STATEMENT EXECUTE FUNCTION ccm_rules.ccm_reference_whole();
ALTER TABLE public.reference ENABLE ALWAYS TRIGGER ccm_reference_whole;
CREATE TRIGGER ccm_retirement_kept BEFORE DELETE OR UPDATE ON public.retirement FOR EACH ROW EXECUTE FUNCTION ccm_rules.ccm_retirement_kept();
ALTER TABLE public.retirement ENABLE ALWAYS TRIGGER ccm_retirement_kept;
CREATE TRIGGER ccm_retirement_no_publisher BEFORE INSERT ON public.retirement FOR EACH ROW EXECUTE FUNCTION ccm_rules.ccm_retirement_no_publisher();
ALTER TABLE public.retirement ENABLE ALWAYS TRIGGER ccm_retirement_no_publisher;
CREATE TRIGGER ccm_retirement_whole BEFORE TRUNCATE ON public.retirement FOR EACH STATEMENT EXECUTE FUNCTION ccm_rules.ccm_retirement_whole();
ALTER TABLE public.retirement ENABLE ALWAYS TRIGGER ccm_retirement_whole;
CREATE TRIGGER ccm_review_author_kept BEFORE DELETE OR UPDATE ON public.review_author FOR EACH ROW EXECUTE FUNCTION ccm_rules.ccm_review_author_kept();
ALTER TABLE public.review_author ENABLE ALWAYS TRIGGER ccm_review_author_kept;
CREATE TRIGGER ccm_review_author_review_begun BEFORE INSERT ON public.review_author FOR EACH ROW EXECUTE FUNCTION ccm_rules.ccm_review_author_review_begun();
ALTER TABLE public.review_author ENABLE ALWAYS TRIGGER ccm_review_author_review_begun;
CREATE TRIGGER ccm_review_author_whole BEFORE TRUNCATE ON public.review_author FOR EACH STATEMENT EXECUTE FUNCTION ccm_rules.ccm_review_author_whole();
ALTER TABLE public.review_author ENABLE ALWAYS TRIGGER ccm_review_author_whole;
CREATE TRIGGER ccm_review_bundle_kept BEFORE DELETE OR UPDATE ON public.review_bundle FOR EACH ROW EXECUTE FUNCTION ccm_rules.ccm_review_bundle_kept();
ALTER TABLE public.review_bundle ENABLE ALWAYS TRIGGER ccm_review_bundle_kept;
CREATE TRIGGER ccm_review_bundle_review_begun BEFORE INSERT ON public.review_bundle FOR EACH ROW EXECUTE FUNCTION ccm_rules.ccm_review_bundle_review_begun();
ALTER TABLE public.review_bundle ENABLE ALWAYS TRIGGER ccm_review_bundle_review_begun;
CREATE TRIGGER ccm_review_bundle_whole BEFORE TRUNCATE ON public.review_bundle FOR EACH STATEMENT EXECUTE FUNCTION ccm_rules.ccm_review_bundle_whole();
ALTER TABLE public.review_bundle ENABLE ALWAYS TRIGGER ccm_review_bundle_whole;
CREATE TRIGGER ccm_review_item_kept BEFORE DELETE OR UPDATE ON public.review_item FOR EACH ROW EXECUTE FUNCTION ccm_rules.ccm_review_item_kept();
ALTER TABLE public.review_item ENABLE ALWAYS TRIGGER ccm_review_item_kept;
CREATE TRIGGER ccm_review_item_not_saved BEFORE INSERT ON public.review_item FOR EACH ROW EXECUTE FUNCTION ccm_rules.ccm_review_item_not_saved();
ALTER TABLE public.review_item ENABLE ALWAYS TRIGGER ccm_review_item_not_saved;
CREATE TRIGGER ccm_review_item_review_begun BEFORE INSERT ON public.review_item FOR EACH ROW EXECUTE FUNCTION ccm_rules.ccm_review_item_review_begun();
ALTER TABLE public.review_item ENABLE ALWAYS TRIGGER ccm_review_item_review_begun;
CREATE TRIGGER ccm_review_item_whole BEFORE TRUNCATE ON public.review_item FOR EACH STATEMENT EXECUTE FUNCTION ccm_rules.ccm_review_item_whole();
ALTER TABLE public.review_item ENABLE ALWAYS TRIGGER ccm_review_item_whole;
CREATE TRIGGER ccm_review_kept BEFORE DELETE OR UPDATE ON public.review FOR EACH ROW EXECUTE FUNCTION ccm_rules.ccm_review_kept();
ALTER TABLE public.review ENABLE ALWAYS TRIGGER ccm_review_kept;
CREATE TRIGGER ccm_review_step_kept BEFORE DELETE OR UPDATE ON public.review_step FOR EACH ROW EXECUTE FUNCTION ccm_rules.ccm_review_step_kept();
ALTER TABLE public.review_step ENABLE ALWAYS TRIGGER ccm_review_step_kept;
CREATE TRIGGER ccm_review_step_quorum_missing BEFORE INSERT ON public.review_step FOR EACH ROW EXECUTE FUNCTION ccm_rules.ccm_review_step_quorum_missing();
ALTER TABLE public.review_step ENABLE ALWAYS TRIGGER ccm_review_step_quorum_missing;
CREATE TRIGGER ccm_review_step_review_begun BEFORE INSERT ON public.review_step FOR EACH ROW EXECUTE FUNCTION ccm_rules.ccm_review_step_review_begun();
ALTER TABLE public.review_step ENABLE ALWAYS TRIGGER ccm_review_step_review_begun;
CREATE TRIGGER ccm_review_step_whole BEFORE TRUNCATE ON public.review_step FOR EACH STATEMENT EXECUTE FUNCTION ccm_rules.ccm_review_step_whole();
ALTER TABLE public.review_step ENABLE ALWAYS TRIGGER ccm_review_step_whole;
CREATE TRIGGER ccm_review_whole BEFORE TRUNCATE ON public.review FOR EACH STATEMENT EXECUTE FUNCTION ccm_rules.ccm_review_whole();
ALTER TABLE public.review ENABLE ALWAYS TRIGGER ccm_review_whole;
CREATE TRIGGER ccm_revision_kept BEFORE DELETE OR UPDATE ON public.revision FOR EACH ROW EXECUTE FUNCTION ccm_rules.ccm_revision_kept();
ALTER TABLE public.revision ENABLE ALWAYS TRIGGER ccm_revision_kept;
CREATE TRIGGER ccm_revision_whole BEFORE TRUNCATE ON public.revision FOR EACH STATEMENT EXECUTE FUNCTION ccm_rules.ccm_revision_whole();
ALTER TABLE public.revision ENABLE ALWAYS TRIGGER ccm_revision_whole;
ALTER TABLE ONLY public.decision
    ADD CONSTRAINT decision_person_fkey FOREIGN KEY (person) REFERENCES public.person(id);
ALTER TABLE ONLY public.decision
    ADD CONSTRAINT decision_review_fkey FOREIGN KEY (review) REFERENCES public.review(id);
ALTER TABLE ONLY public.decision
    ADD CONSTRAINT decision_voter_fkey FOREIGN KEY (voter) REFERENCES public.person(id);
ALTER TABLE ONLY public.grant_end
    ADD CONSTRAINT grant_end_granted_fkey FOREIGN KEY (granted) REFERENCES public.granted(id);
ALTER TABLE ONLY public.granted
    ADD CONSTRAINT granted_person_fkey FOREIGN KEY (person) REFERENCES public.person(id);
ALTER TABLE ONLY public.postponement
    ADD CONSTRAINT postponement_person_fkey FOREIGN KEY (person) REFERENCES public.person(id);
ALTER TABLE ONLY public.postponement
    ADD CONSTRAINT postponement_publication_fkey FOREIGN KEY (publication) REFERENCES public.publication(id);
ALTER TABLE ONLY public.publication
    ADD CONSTRAINT publication_review_fkey FOREIGN KEY (review) REFERENCES public.review(id);
ALTER TABLE ONLY public.publication
    ADD CONSTRAINT publication_revision_fkey FOREIGN KEY (revision) REFERENCES public.revision(id);
ALTER TABLE ONLY public.published_bundle
    ADD CONSTRAINT published_bundle_review_fkey FOREIGN KEY (review) REFERENCES public.review(id);
ALTER TABLE ONLY public.reference
    ADD CONSTRAINT reference_revision_fkey FOREIGN KEY (revision) REFERENCES public.revision(id);
ALTER TABLE ONLY public.retirement
    ADD CONSTRAINT retirement_person_fkey FOREIGN KEY (person) REFERENCES public.person(id);
ALTER TABLE ONLY public.retirement
    ADD CONSTRAINT retirement_publication_fkey FOREIGN KEY (publication) REFERENCES public.publication(id);
ALTER TABLE ONLY public.review_author
    ADD CONSTRAINT review_author_person_fkey FOREIGN KEY (person) REFERENCES public.person(id);
ALTER TABLE ONLY public.review_author
    ADD CONSTRAINT review_author_review_fkey FOREIGN KEY (review) REFERENCES public.review(id);
ALTER TABLE ONLY public.review_bundle
    ADD CONSTRAINT review_bundle_review_fkey FOREIGN KEY (review) REFERENCES public.review(id);
ALTER TABLE ONLY public.review_item
    ADD CONSTRAINT review_item_review_fkey FOREIGN KEY (review) REFERENCES public.review(id);
ALTER TABLE ONLY public.review_item
    ADD CONSTRAINT review_item_revision_fkey FOREIGN KEY (revision) REFERENCES public.revision(id);
ALTER TABLE ONLY public.review_step
    ADD CONSTRAINT review_step_review_fkey FOREIGN KEY (review) REFERENCES public.review(id);
ALTER TABLE ONLY public.review
    ADD CONSTRAINT review_submitted_by_fkey FOREIGN KEY (submitted_by) REFERENCES public.person(id);
